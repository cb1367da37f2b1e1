import { brokenRules } from '@multaqa/shared/cluster/analysis/check';
import { type HardRules, type Profile, type Settings, usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { noRules, ownFields, personAt, profile, rosterOf } from '@multaqa/shared/cluster/analysis/profiles.samples';
import { chances } from '@multaqa/shared/kernel/chances';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Proposal, propose } from './propose.ts';
import { settingsFor } from './rosters.samples.ts';

/**
 * [C1] No hard rule is broken.
 * [C2] Nobody is lost and nobody is doubled.
 * [C3] Renaming people or changing their order changes nothing.
 * [C4] The same people and settings give the same proposal.
 * [C5] It is better than chance by its own score, unless lists put more than a third of all people together.
 */

// Two cores may carry ten other things: slow is not wrong.
const patience = 120_000;

const quiet = { progress() {}, isCancelled: () => false };
const ask = (people: readonly Profile[], settings: Partial<Settings> = {}) =>
  propose(people, ownFields, { ...usualSettings, ...settings }, quiet);
const withRules = (rules: Partial<HardRules>) => ({ rules: { ...noRules, ...rules } });
const placingOf = (proposal: Proposal) =>
  proposal.status !== 'proposed'
    ? {}
    : Object.fromEntries(proposal.clusters.flatMap(({ people }, at) => people.map(person => [person, `c${at + 1}`])));
const sizesOf = (proposal: Proposal) =>
  proposal.status === 'proposed' ? proposal.clusters.map(({ people }) => people.length) : [];

/** Many small rosters and few large ones, each with rules of its own; 206 in all. */
const rosters = [
  [7, 100],
  [15, 60],
  [40, 32],
  [100, 11],
  [400, 3],
] as const;

describe.each(rosters)('[C1] [C2] [C4] [C5] of %i people', (people, count) => {
  test(
    `${count} rosters keep every rule and everybody, and are better than chance`,
    async () => {
      const cases = fc.sample(settingsFor(people), { numRuns: count, seed: people });
      const seen = { proposed: 0, impossible: 0 };
      for (const [seed, settings] of cases.entries()) {
        const roster = rosterOf(people, seed);
        const proposal = await ask(roster, settings);
        if (proposal.status === 'nobody') throw new Error('there is somebody');
        seen[proposal.status] += 1;
        if (proposal.status !== 'proposed') {
          expect(proposal.demands.length).toBeGreaterThan(0);
          continue;
        }
        const placing = placingOf(proposal);
        expect(brokenRules(roster, placing, settings.rules)).toEqual([]);
        expect(proposal.clusters.flatMap(cluster => cluster.people).sort()).toEqual(roster.map(({ person }) => person));
        expect(Math.min(...sizesOf(proposal))).toBeGreaterThan(0);
        if (settings.count !== null) expect(proposal.clusters).toHaveLength(settings.count);
        if (proposal.score !== null && proposal.count > 1 && proposal.count < people && isFree(people, settings))
          expect(proposal.score).toBeGreaterThan(0);
        if (seed < 5 && people < 400) expect(await ask(roster, settings)).toEqual(proposal);
      }
      expect(seen.proposed).toBeGreaterThan(count / 3);
    },
    patience,
  );
});

/** Lists that hold more than a third of all together can leave the search no choice. */
const isFree = (people: number, { rules }: Settings): boolean => new Set(rules.together.flat()).size * 3 <= people;

describe('[C3] names and order', () => {
  test.each([
    [9, 'different'],
    [30, 'different'],
    [60, 'different'],
    [150, 'different'],
    [12, 'twins'],
    [40, 'twins'],
  ])(
    'of %i people (%s) change nothing',
    async (people, kind) => {
      const samples = fc.sample(settingsFor(people), { numRuns: people > 50 ? 3 : 12, seed: 7 });
      for (const [seed, settings] of samples.entries()) {
        const known = rosterOf(people, seed);
        // Twins are told apart by the rules that name one of them, and by nothing else.
        const roster = known.map((one, at) =>
          kind === 'twins' ? { ...(known[at - (at % 2)] as Profile), person: one.person } : one,
        );
        const next = chances(seed);
        const order = roster.map(one => ({ one, key: next() })).sort((a, b) => a.key - b.key);
        const names = new Map(order.map(({ one }, number) => [one.person, personAt(700 + number)]));
        const rename = (lists: readonly (readonly string[])[]) =>
          lists.map(list => list.map(person => names.get(person) ?? person).reverse()).reverse();
        const { rules } = settings;
        const moved = await ask(
          order.map(({ one }) => ({ ...one, person: names.get(one.person) ?? '' })),
          { ...settings, rules: { ...rules, together: rename(rules.together), apart: rename(rules.apart) } },
        );
        const before = await ask(roster, settings);
        expect(moved.status).toBe(before.status);
        if (before.status !== 'proposed' || moved.status !== 'proposed') continue;
        const content = contentOf(roster, rules);
        const renamed = new Map([...content].map(([person, what]) => [names.get(person) ?? '', what]));
        const told = ({ clusters }: typeof before, by: ReadonlyMap<string, string>) =>
          clusters.map(cluster => cluster.people.map(person => by.get(person)).sort());
        expect(told(moved, renamed)).toEqual(told(before, content));
        expect(moved.why).toEqual(before.why);
        expect(moved.scores).toEqual(before.scores);
        expect(moved.clusters.map(({ name }) => name)).toEqual(before.clusters.map(({ name }) => name));
      }
    },
    patience,
  );
});

/** What is known of each person and which rules name them, since people who are alike in everything may stand for each other. */
function contentOf(people: readonly Profile[], { together, apart }: HardRules): Map<string, string> {
  return new Map(
    people.map(({ person, ...known }) => {
      const lists = [together, apart].map(all => all.filter(list => list.includes(person)).map(list => list.length));
      return [person, JSON.stringify([known, lists])];
    }),
  );
}

describe('what is asked that cannot be as asked', () => {
  test('nobody is there', async () => {
    expect(await ask([])).toEqual({ status: 'nobody' });
  });

  test('more clusters than people: one for each', async () => {
    const proposal = await ask(rosterOf(5, 1), { ...withRules({}), count: 9 });
    expect(proposal).toMatchObject({ status: 'proposed', count: 5, why: { kind: 'people', asked: 9 } });
  });

  test('thirty people of one municipality and a cap: as many clusters as that needs', async () => {
    const people = [
      ...Array.from({ length: 30 }, (_, at) => profile(at, { municipality: 'Sfax', country: 'TN' })),
      ...rosterOf(10, 2).map((known, at) => ({ ...known, person: personAt(30 + at), municipality: `Town ${at}` })),
    ];
    const proposal = await ask(people, withRules({ perMunicipality: 3 }));
    expect(proposal).toMatchObject({ status: 'proposed', count: 10 });
    const crowded = await ask(people, withRules({ perMunicipality: 3, min: 5 }));
    expect(crowded).toEqual({
      status: 'impossible',
      demands: [
        { rule: 'municipality', most: 3 },
        { rule: 'min', min: 5 },
      ],
      isProven: true,
    });
  });

  test('all alike: clusters of a usual size, and nobody pretends that there is structure', async () => {
    const people = Array.from({ length: 28 }, (_, at) => profile(at, { country: 'TN', languages: ['ar'] }));
    const proposal = await ask(people);
    expect(proposal).toMatchObject({ status: 'proposed', count: 4, why: { kind: 'alike' }, score: null });
    expect(Math.max(...sizesOf(proposal)) - Math.min(...sizesOf(proposal))).toBeLessThanOrEqual(7);
  });

  test('nothing is known of anybody', async () => {
    expect(await ask(Array.from({ length: 12 }, (_, at) => profile(at)))).toMatchObject({ why: { kind: 'alike' } });
  });

  test('somebody who is named twice in a list, or is not there any more', async () => {
    const apart = [
      [personAt(0), personAt(0)],
      [personAt(1), personAt(99)],
    ];
    expect(await ask(rosterOf(12, 1), withRules({ apart, together: [[personAt(2), personAt(98)]] }))).toMatchObject({
      status: 'proposed',
    });
  });

  test('five hundred people', async () => {
    const proposal = await ask(rosterOf(500, 1), { count: 40 });
    expect(proposal).toMatchObject({ status: 'proposed', count: 40 });
  });

  test('sizes that nobody has set come out even', async () => {
    const sizes = sizesOf(await ask(rosterOf(40, 6), { ...withRules({}), count: 5 }));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(12);
  });

  test('one who shares no language with anybody is alone rather than nobody grouped, until a smallest size forbids it', async () => {
    const people = [
      ...Array.from({ length: 20 }, (_, at) => profile(at, { languages: ['ar'], country: at % 2 ? 'TN' : 'JO' })),
      profile(20, { languages: ['de'], country: 'DE' }),
    ];
    expect(Math.min(...sizesOf(await ask(people)))).toBe(1);
    expect(await ask(people, withRules({ sharedLanguage: true, min: 3 }))).toMatchObject({
      status: 'impossible',
      demands: [{ rule: 'language' }, { rule: 'min', min: 3 }],
      isProven: true,
    });
  });
});

describe('while it works', () => {
  test('it tells how far it is, and stops when nobody wants it any more', async () => {
    const told: number[] = [];
    const settings = { ...usualSettings };
    await propose(rosterOf(60, 1), [], settings, {
      progress: (done, total) => told.push(done / total),
      isCancelled: () => false,
    });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    const stopped = propose(rosterOf(60, 1), [], settings, { progress() {}, isCancelled: () => told.length > 0 });
    await expect(stopped).rejects.toThrow('cancelled');
  });
});
