import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt, beginning, commandsOf, type Play, play, playRandom, type Sent } from '../dialogue.samples.ts';
import { dialogueRules as rules } from '../dialogue.ts';
import type { State } from '../kernel/composition.ts';
import { ada, ben, cleo, dina, sampleIds } from '../kernel/messages.samples.ts';
import { limits } from '../limits.ts';
import { proposalOf } from './cluster.samples.ts';
import { type Clusters, freeClusterId, type Groups } from './cluster.state.ts';
import { type ClustersView, viewOf } from './cluster.view.ts';

const [, , , , first = '', second = ''] = sampleIds;
const clustersOf = ({ state }: Play) => state.cluster as Clusters;
const at = 1_600_000_000_000;
const sent = (kind: string, input: object, by: Sent['by'] = ada): Sent => ({ by, kind: `cluster.${kind}`, input, at });
const one = { arrangement: first };
const proposal = sent('propose', proposalOf(first, [[cleo], [ben]]));
const after = (...commands: Sent[]) =>
  play(
    rules,
    [...beginning, ...commands].map(each => ({ ...each, at })),
  );
const outcomeOf = (before: Play, command: Sent) => attempt(rules, command, before).outcomes.at(-1);

function groupsIn(clusters: Clusters): Groups[] {
  return [...Object.values(clusters.arrangements), ...(clusters.published ? [clusters.published] : [])];
}

/** What random commands about the clusters lead to, one after the other. */
function steps(holds: (before: Play, after: Play, sent: Sent) => void): void {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'cluster'), history => {
      let before = playRandom(rules, []);
      for (const each of history) {
        const now = playRandom(rules, [each], before);
        holds(before, now, each);
        before = now;
      }
    }),
    { numRuns: 60 },
  );
}

const wasAccepted = (play: Play) => play.outcomes.at(-1)?.ok === true;

describe('whatever is sent', () => {
  test('[K1] everybody is in clusters that exist where they are placed', () => {
    steps((_, now) => {
      for (const { clusters, of } of groupsIn(clustersOf(now)))
        for (const cluster of Object.values(of)) expect(clusters.map(known => known.cluster)).toContain(cluster);
    });
  });

  test('[K7] no two clusters of one arrangement have the same mark or id', () => {
    steps((_, now) => {
      for (const { clusters } of groupsIn(clustersOf(now))) {
        expect(new Set(clusters.map(({ mark }) => mark)).size).toBe(clusters.length);
        expect(new Set(clusters.map(({ cluster }) => cluster)).size).toBe(clusters.length);
      }
    });
  });

  test('[K3] what is published changes only by publishing, withdrawing and placing', () => {
    steps((before, now, { kind }) => {
      if (!['cluster.publish', 'cluster.withdraw', 'cluster.place'].includes(kind))
        expect(clustersOf(now).published).toBe(clustersOf(before).published);
    });
  });

  test('[K6] what is locked stays, and nobody in it gets another cluster', () => {
    steps((before, now) => {
      const [then, since] = [clustersOf(before), clustersOf(now)];
      if (!then.isLocked) return;
      expect(since.published?.publishedAt).toBe(then.published?.publishedAt);
      for (const [person, cluster] of Object.entries(then.published?.of ?? {}))
        expect(since.published?.of[person]).toBe(cluster);
    });
  });

  test('[K2] undo leads back to the groups before, and redo forward again', () => {
    steps((before, now, { kind, input }) => {
      const id = (input as { arrangement?: string }).arrangement ?? '';
      const [then, since] = [clustersOf(before).arrangements[id], clustersOf(now).arrangements[id]];
      if (!then || !since || since.past.length <= then.past.length || kind === 'cluster.redo') return;
      const back = play(rules, [sent('undo', { arrangement: id })], { ...now, outcomes: [] });
      expect(groups(clustersOf(back), id)).toEqual(groups(clustersOf(before), id));
      const again = play(rules, [sent('redo', { arrangement: id })], back);
      expect(groups(clustersOf(again), id)).toEqual(groups(clustersOf(now), id));
    });
  });

  test('[K5] participants are never told of arrangements, and [K4] all of them see what is published', () => {
    steps((_, now) => {
      const clusters = clustersOf(now);
      expect(viewOf(clusters, false)).toEqual({
        published: clusters.published,
        isLocked: clusters.isLocked,
        plan: null,
      } satisfies ClustersView);
    });
  });

  test('arrangements that are kept, and changes that can be taken back, have an end', () => {
    steps((_, now) => {
      const all = Object.values(clustersOf(now).arrangements);
      expect(all.length).toBeLessThanOrEqual(2 * limits.arrangements);
      for (const { past } of all) expect(past.length).toBeLessThanOrEqual(limits.undoSteps);
    });
  });
});

const groups = (clusters: Clusters, id: string) => {
  const { of, clusters: list } = clusters.arrangements[id] as Groups;
  return { of, list };
};

describe('[K5] only organisers change clusters', () => {
  test.each([ben, cleo, dina])('not %s', by => {
    const before = after(proposal);
    for (const [kind, input] of [
      ['move', { ...one, people: [cleo], to: 'c2' }],
      ['publish', one],
      ['place', { person: cleo, cluster: 'c1' }],
    ] as const)
      expect(outcomeOf(before, sent(kind, input, by))).toEqual({ ok: false, refusal: 'not-permitted' });
  });
});

test('[K2] what is done after an undo cannot be mixed with what was taken back', () => {
  const moved = after(
    proposal,
    sent('move', { ...one, people: [cleo], to: 'c2' }),
    sent('undo', one),
    sent('move', { ...one, people: [ben], to: null }),
  );
  expect(outcomeOf(moved, sent('redo', one))).toEqual({ ok: false, refusal: 'cluster.nothing-to-undo' });
});

test('[K2] as many undos as changes lead back to the beginning, and no further', () => {
  const changes = [
    sent('move', { ...one, people: [cleo], to: 'c2' }),
    sent('name', { ...one, cluster: 'c1', names: { ar: 'المياه' } }),
    sent('dissolve', { ...one, cluster: 'c2' }),
  ];
  const undos = changes.map(() => sent('undo', one));
  const back = after(proposal, ...changes, ...undos);
  expect(groups(clustersOf(back), first)).toEqual(groups(clustersOf(after(proposal)), first));
  expect(outcomeOf(back, sent('undo', one))).toEqual({ ok: false, refusal: 'cluster.nothing-to-undo' });
  const again = after(proposal, ...changes, ...undos, ...changes.map(() => sent('redo', one)));
  expect(groups(clustersOf(again), first)).toEqual(groups(clustersOf(after(proposal, ...changes)), first));
});

test('[K9] of those that were discarded the oldest are let go, and none that is kept', () => {
  const id = (at: number) => `0000000${Math.floor(at / 10)}-2222-4000-8000-00000000000${at % 10}`;
  const made = Array.from({ length: limits.arrangements + 2 }, (_, at) => ({ arrangement: id(at) }));
  const thrown = made.flatMap(({ arrangement }, at) => [
    { ...sent('propose', proposalOf(arrangement, [[cleo]])), at: 1_600_000_000_000 + at },
    { ...sent('discard', { arrangement }), at: 1_600_000_000_000 + at },
  ]);
  const end = play(
    rules,
    [...beginning, proposal, ...thrown].map(each => ({ ...each, at: Math.max(each.at, at) })),
  );
  const left = Object.keys(clustersOf(end).arrangements);
  expect(left.sort()).toEqual([first, ...made.slice(2).map(({ arrangement }) => arrangement)].sort());
});

test('[K3] a copy stays as it is when its original changes', () => {
  const play = after(
    proposal,
    sent('copy', { ...one, copy: second, title: 'Kept' }),
    sent('dissolve', { ...one, cluster: 'c1' }),
  );
  expect(clustersOf(play).arrangements[second]?.of).toEqual({ [cleo]: 'c1', [ben]: 'c2' });
  expect(clustersOf(play).arrangements[first]?.of).toEqual({ [ben]: 'c2' });
});

test('[K7] a new cluster takes a mark that is free, and dissolving another changes none', () => {
  const play = after(
    proposal,
    sent('dissolve', { ...one, cluster: 'c1' }),
    sent('add', { ...one, cluster: 'c3', names: { en: 'Water' } }),
  );
  expect(clustersOf(play).arrangements[first]?.clusters.map(({ cluster, mark }) => [cluster, mark])).toEqual([
    ['c2', 1],
    ['c3', 0],
  ]);
});

test('[K8] the engine places whoever has no cluster, and moves nobody', () => {
  const published = after(proposal, sent('publish', one));
  const placed = play(rules, [sent('place', { person: dina, cluster: 'c2' }, 'engine')], published);
  expect(clustersOf(placed).published?.of[dina]).toBe('c2');
  expect(clustersOf(placed).arrangements[first]?.of[dina], 'so that publishing again loses nobody').toBe('c2');
  expect(outcomeOf(published, sent('place', { person: cleo, cluster: 'c2' }, 'engine'))).toEqual({
    ok: true,
    facts: [],
  });
});

test('[K6] who has no cluster can still be placed among locked ones', () => {
  const locked = after(proposal, sent('publish', one), sent('lock', {}));
  expect(outcomeOf(locked, sent('place', { person: dina, cluster: 'c1' }))).toMatchObject({ ok: true });
  expect(outcomeOf(locked, sent('place', { person: cleo, cluster: 'c2' }))).toEqual({
    ok: false,
    refusal: 'cluster.is-locked',
  });
});

test('[K9] a discarded arrangement comes back as it was', () => {
  const before = after(proposal, sent('move', { ...one, people: [cleo], to: 'c2' }));
  const back = play(rules, [sent('discard', one), sent('recover', one)], before);
  expect(clustersOf(back).arrangements[first]).toEqual(clustersOf(before).arrangements[first]);
});

test('somebody who was removed while a proposal was made is left out of it', () => {
  const removed: Sent = { by: ada, kind: 'people.remove', input: { people: [cleo] }, at };
  const proposed = after(removed, proposal);
  expect(clustersOf(proposed).arrangements[first]?.of).toEqual({ [ben]: 'c2' });
  expect(wasAccepted(proposed)).toBe(true);
});

test('the parts of a snapshot give the same state again', () => {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'cluster'), history => {
      const { cluster } = playRandom(rules, history).state as State & { cluster: Clusters };
      const { split, join } = rules.slices.find(({ name }) => name === 'cluster')?.parts ?? {};
      expect(join?.(JSON.parse(JSON.stringify(split?.(cluster))))).toEqual(JSON.parse(JSON.stringify(cluster)));
    }),
    { numRuns: 30 },
  );
});

test('a free id is one that no cluster has had before', () => {
  const groupsWith = (...ids: string[]): Groups => ({
    clusters: ids.map((cluster, mark) => ({ cluster, mark, names: {} })),
    of: {},
  });
  expect(freeClusterId([groupsWith('c1', 'c7'), groupsWith('c3')])).toBe('c8');
  expect(freeClusterId([])).toBe('c1');
});
