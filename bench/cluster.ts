/**
 * What it costs to propose clusters, and how near people are in them, beside k-means (ml-kmeans) on what is known of people and beside
 * grouping by chance; the tree beside ml-hclust; and how long the event loop stands still while a thread proposes. usage: node bench/cluster.ts [rounds]
 */

import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { agnes } from 'ml-hclust';
import { kmeans } from 'ml-kmeans';
import { tasks } from '../server/src/app.tasks.ts';
import { propose } from '../server/src/cluster/propose.ts';
import { openStore } from '../server/src/platform/store/open-store.ts';
import { temporaryFolder } from '../server/src/platform/testing/folder.ts';
import { openWorkPool } from '../server/src/platform/work-pool.ts';
import { brokenRules } from '../shared/src/cluster/analysis/check.ts';
import { basisOf, groundOf } from '../shared/src/cluster/analysis/ground.ts';
import { type Placing, type Profile, type Settings, usualSettings } from '../shared/src/cluster/analysis/profile.ts';
import { ownFields, rosterOf } from '../shared/src/cluster/analysis/profiles.samples.ts';
import { qualityOf } from '../shared/src/cluster/analysis/quality.ts';
import { treeOf } from '../shared/src/cluster/analysis/tree.ts';
import { chances } from '../shared/src/kernel/chances.ts';
import { limits } from '../shared/src/limits.ts';
import { watchStalls } from './stalls.ts';

const [rounds = 5] = process.argv.slice(2).map(Number);
const control = { progress() {}, isCancelled: () => false };
const weights = { ...usualSettings.weights, fields: [{ field: 'f1', weight: 2 }] };

type Outcome = { ms: number; score: number; broken: number; sizes: number[] };

/** Clusters of about eight, as large as one another but for one person, that share a language, at most three of one town. */
function settingsFor(people: number, count: number): Settings {
  const share = people / count;
  const rules = { min: Math.floor(share) - 1, max: Math.ceil(share) + 1, sharedLanguage: true, perMunicipality: 3 };
  return { count, weights, rules: { ...rules, together: [], apart: [] }, seed: 1 };
}

/** What is true of each person as numbers: a column for each trait, by the weight of its criterion. */
function vectorsOf(profiles: readonly Profile[], settings: Settings): number[][] {
  const { traits } = basisOf(profiles, settings, ownFields);
  const keys = [...traits.all];
  const weightOf = (criterion: string) => Object.entries(weights).find(([name]) => name === criterion)?.[1];
  return profiles.map((_, at) =>
    keys.map(([key, { criterion }]) => {
      const weight = weightOf(criterion);
      return traits.of[at]?.has(key) ? Math.sqrt(typeof weight === 'number' ? weight : 2) : 0;
    }),
  );
}

const placingOf = (profiles: readonly Profile[], cluster: (at: number) => number): Placing =>
  Object.fromEntries(profiles.map(({ person }, at) => [person, `c${cluster(at) + 1}`]));

async function measure(
  profiles: readonly Profile[],
  settings: Settings,
  place: () => Promise<Placing> | Placing,
): Promise<Outcome> {
  const begun = performance.now();
  const placing = await place();
  const ms = performance.now() - begun;
  const ground = groundOf(basisOf(profiles, settings, ownFields), placing);
  const sizes = [...ground.members.values()].map(members => members.length).sort((a, b) => a - b);
  return {
    ms,
    score: qualityOf(ground).score ?? Number.NaN,
    broken: brokenRules(profiles, placing, settings.rules).length,
    sizes,
  };
}

const asPlacing = (proposal: Awaited<ReturnType<typeof propose>>): Placing => {
  if (proposal.status !== 'proposed') throw new Error(JSON.stringify(proposal));
  return Object.fromEntries(proposal.clusters.flatMap(({ people }, at) => people.map(one => [one, `c${at + 1}`])));
};

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

for (const people of [40, 120, 400]) {
  const count = Math.min(limits.clusters, Math.ceil(people / 8));
  const ways = new Map<string, Outcome[]>();
  const trees = { ours: [] as number[], agnes: [] as number[] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const profiles = rosterOf(people, round);
    const settings = settingsFor(people, count);
    const next = chances(round);
    const deal = profiles.map((_, at) => ({ at, key: next() })).sort((a, b) => a.key - b.key);
    const outcomes = {
      'proposed, count asked': () => propose(profiles, ownFields, settings, control).then(asPlacing),
      'proposed, count suggested': () =>
        propose(profiles, ownFields, { ...settings, count: null }, control).then(asPlacing),
      'ml-kmeans': () => {
        const { clusters } = kmeans(vectorsOf(profiles, settings), count, { seed: round });
        return placingOf(profiles, at => clusters[at] ?? 0);
      },
      chance: () => placingOf(profiles, at => deal.findIndex(one => one.at === at) % count),
    };
    for (const [way, place] of Object.entries(outcomes)) {
      const outcome = await measure(profiles, settings, place);
      if (round > 0) ways.set(way, [...(ways.get(way) ?? []), outcome]);
    }
    const { distances } = basisOf(profiles, settings, ownFields);
    const rows = profiles.map((_, i) => profiles.map((_, j) => distances.at(i, j)));
    for (const [name, grow] of [
      ['ours', () => treeOf(distances)],
      ['agnes', () => agnes(rows, { method: 'average', isDistanceMatrix: true })],
    ] as const) {
      const begun = performance.now();
      grow();
      if (round > 0) trees[name].push(performance.now() - begun);
    }
  }
  console.log(`\n${people} people, ${count} clusters`);
  for (const [way, outcomes] of ways) {
    const sizes = outcomes.flatMap(outcome => outcome.sizes);
    console.log(
      `  ${way}: ${median(outcomes.map(({ ms }) => ms)).toFixed(0)} ms (worst ${Math.max(...outcomes.map(({ ms }) => ms)).toFixed(0)}), score ${median(outcomes.map(({ score }) => score)).toFixed(2)}, rules broken ${median(outcomes.map(({ broken }) => broken))}, sizes ${Math.min(...sizes)} to ${Math.max(...sizes)}`,
    );
  }
  console.log(`  tree: ${median(trees.ours).toFixed(1)} ms, ml-hclust ${median(trees.agnes).toFixed(1)} ms`);
}

/** The facts of a dialogue with people as a roster has them. */
const factsOf = (profiles: readonly Profile[]) =>
  profiles.map(({ person, municipality, country, languages, ownNeeds, vision }, at) => ({
    kind: 'people.added',
    v: 1,
    data: { person, municipality, country, languages, role: 'participant', needs: ownNeeds, vision },
    personal: null,
    seq: at + 1,
    at,
    actor: 'engine',
  }));

const { folder, remove } = temporaryFolder();
const address = { kind: 'sqlite', folder } as const;
const store = await openStore(address);
const pool = openWorkPool(tasks, { size: 1, memory: 512, queue: 10, grace: 1_000, idle: 60_000 });
const [dialogue, account, owner] = [randomUUID(), randomUUID(), randomUUID()];
await store.doors.addAccount({ account, name: 'Ada', email: null, createdAt: 0, revokedAt: null });
await store.dialogues.create({ dialogue, at: 0, facts: [], excerpt: null, owner: { account, person: owner } });
const lease = await store.dialogues.lease(dialogue, 'bench', Date.now(), 3_600_000);
if (!lease) throw new Error('no lease');
const known = factsOf(rosterOf(400, 1));
await store.dialogues.append({ lease, after: 0, facts: known, done: [], excerpt: null, deadline: null });
const input = settingsFor(400, 40);

console.log('\n400 people of a dialogue');
await watchStalls('nothing', rounds, () => new Promise(resolve => setTimeout(resolve, 600)));
await watchStalls('in a thread', rounds, () =>
  pool.run('propose', { place: { address, rules: null, dialogue }, input }),
);
// The form is not filled in, so that little tells people apart: the search takes longest then.
const unanswered = rosterOf(400, 1).map(one => ({
  ...one,
  ...{ region: '', townSize: null, needs: [], fields: {}, interprets: false },
}));
await watchStalls('on the main thread', rounds, () => propose(unanswered, [], input, control));
await pool.close();
await store.close();
remove();
