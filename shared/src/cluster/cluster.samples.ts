import { limits } from '../limits.ts';
import type { Names } from '../names.ts';
import { usualSettings } from './analysis/profile.ts';
import type { ClusterId } from './cluster.messages.ts';

type Step = [by: string, kind: string, input: object];

/** A proposal as the server sends it, from the people of each cluster; the first is `c1`. */
export const proposalOf = (arrangement: string, groups: readonly (readonly string[])[]) => ({
  arrangement,
  title: 'First try',
  origin: 'proposal' as const,
  settings: usualSettings,
  clusters: groups.map((people, at) => ({
    cluster: `c${at + 1}` satisfies string as ClusterId,
    names: { en: `Group ${at + 1}` } satisfies Names,
    size: people.length,
  })),
  people: groups.flat(),
});

/** Short histories of the clusters, each with one command at its end that may be refused. */
export function clusterHistories({
  ada,
  cleo,
  ids,
}: {
  ada: string;
  cleo: string;
  ids(count: number): string[];
}): Step[][] {
  const [arrangement = '', copy = ''] = ids(2);
  const some = ids(limits.arrangements + 1);
  const one = { arrangement };
  const proposed: Step = [ada, 'cluster.propose', proposalOf(arrangement, [[cleo], [ada]])];
  const published: Step = [ada, 'cluster.publish', one];
  const locked: Step = [ada, 'cluster.lock', {}];
  const moved: Step = [ada, 'cluster.move', { ...one, people: [cleo], to: 'c2' }];
  const undone: Step = [ada, 'cluster.undo', one];
  const placed = (person: string): Step => [ada, 'cluster.place', { person, cluster: 'c2' }];
  return [
    [proposed, moved, undone, [ada, 'cluster.redo', one]],
    [proposed, undone],
    [proposed, proposed],
    [[ada, 'cluster.propose', proposalOf(arrangement, [[cleo], [cleo]])]],
    [[ada, 'cluster.propose', { ...proposalOf(arrangement, [[cleo]]), people: [] }]],
    [moved],
    [proposed, [ada, 'cluster.move', { ...one, people: [cleo], to: 'c9' }]],
    [proposed, [ada, 'cluster.move', { ...one, people: [copy], to: 'c1' }]],
    [proposed, [ada, 'cluster.name', { ...one, cluster: 'c1', names: { ar: 'المياه' } }]],
    [proposed, [ada, 'cluster.add', { ...one, cluster: 'c3', names: {} }]],
    [proposed, [ada, 'cluster.dissolve', { ...one, cluster: 'c2' }]],
    [proposed, [ada, 'cluster.copy', { ...one, copy, title: 'Before lunch' }]],
    [proposed, [ada, 'cluster.title', { ...one, title: 'By need' }]],
    [proposed, [ada, 'cluster.discard', one], [ada, 'cluster.recover', one]],
    some.map(id => [ada, 'cluster.propose', proposalOf(id, [[cleo]])]),
    [proposed, published, locked, [ada, 'cluster.withdraw', {}]],
    [proposed, published, [ada, 'cluster.withdraw', {}]],
    [locked],
    [proposed, published, locked, [ada, 'cluster.unlock', {}]],
    [proposed, [ada, 'cluster.move', { ...one, people: [cleo], to: null }], published, placed(cleo)],
    [proposed, published, locked, placed(cleo)],
    [[ada, 'cluster.late', { rule: 'nearest' }]],
  ];
}
