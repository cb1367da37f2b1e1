import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { State, StateQueries } from './composition.ts';
import type { RuleContext } from './context.ts';
import { ada, ben } from './messages.samples.ts';
import type { Role } from './messages.ts';
import { composeRules } from './rules.ts';
import { type AnySlice, accept, type Fact, type Fault, type Recorded } from './slice.ts';

/** A fact with the facts that it entails, each in the slice that its name says. */
type Tree = { slice: string; name: number; entails: readonly Tree[] };

const names = ['oak', 'elm', 'ash'] as const;
const kinds = names.map(name => `${name}.grew`);
const grew = (tree: Tree): Fact => ({ kind: `${tree.slice}.grew`, data: tree });
const now = 1_700_000_000_000;

/** A slice whose state is the names of its own facts, and that entails what a fact of any slice says it shall. */
const forest = (name: string, more: Partial<AnySlice> = {}): AnySlice => ({
  name,
  messages: {
    grow: { input: z.unknown(), by: { organiser: 'dialogue' }, phases: ['live'], rate: 'light', bytes: 1_000 },
  },
  facts: { [`${name}.grew`]: z.unknown() },
  refusals: [],
  initial: [],
  stateVersion: 1,
  factVersion: 1,
  decide: { grow: (_: unknown, input: { trees: Tree[] }) => accept(...input.trees.map(grew)) },
  evolve: (state: number[], { data }: Recorded) => [...state, (data as Tree).name],
  view: () => null,
  follow: Object.fromEntries(
    kinds.map(kind => [
      kind,
      (_: unknown, { data }: Recorded) => (data as Tree).entails.filter(({ slice }) => slice === name).map(grew),
    ]),
  ),
  ...more,
});

/** Ada organises for as long as the state of `roles` does not say otherwise; nobody sits anywhere. */
const queries: StateQueries = {
  slices: [],
  roleOf: ({ roles }, person) => (person === ada ? ((roles as { role: Role | null } | undefined)?.role ?? null) : null),
  roomRoleOf: () => undefined,
  placeOf: () => null,
  watchesOf: () => [],
  peopleIn: () => [],
  phaseOf: () => 'live',
  isOpenRoom: () => false,
  endedFor: () => null,
  answersLocked: () => false,
  isRoom: () => false,
  timesOf: () => null,
  groupsOf: () => ({ cluster: null, language: null, municipality: null }),
  clusterOf: () => null,
  isConnected: () => false,
  absenceFactor: () => 1,
  heardFor: () => 0,
  seatsIn: () => [],
  authorOf: () => null,
  namesVoters: () => false,
};

const roles = forest('roles', {
  facts: { 'roles.taken': z.unknown() },
  initial: { role: 'organiser' },
  evolve: (_: unknown, { kind }: Recorded) => ({ role: kind === 'roles.taken' ? null : 'organiser' }),
  decide: { grow: () => accept({ kind: 'roles.taken', data: {} }) },
  follow: {},
});

const compose = (...slices: AnySlice[]) => composeRules([roles, ...slices], queries);

function send(rules: ReturnType<typeof compose>, kind: string, input: unknown, seq = 0, state: State = rules.initial) {
  const parsed = rules.parse(kind, input, 0);
  if (!parsed.ok) throw new Error(parsed.refusal);
  return rules.decide(state, ada, parsed.command, now, seq);
}

let count = 0;
const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.record({
    slice: fc.constantFrom(...names),
    name: fc.constant(0).map(() => {
      count += 1;
      return count;
    }),
    entails: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 4 })),
  }),
}));
const trees = fc.array(tree, { minLength: 1, maxLength: 3 });

/** All facts by generation; within one, by the fact that entails them, and then by the order of the slices. */
function generations(first: readonly Tree[], order: readonly string[]): Tree[] {
  if (first.length === 0) return [];
  const next = first.flatMap(({ entails }) => order.flatMap(name => entails.filter(({ slice }) => slice === name)));
  return [...first, ...generations(next, order)];
}

describe('the facts that a command entails', () => {
  test('come after what entails them, generation by generation, in the order of the slices, numbered without a gap', () => {
    fc.assert(
      fc.property(trees, fc.shuffledSubarray([...names], { minLength: 3 }), fc.nat(1_000), (first, order, seq) => {
        const result = send(compose(...order.map(name => forest(name))), `${order[0]}.grow`, { trees: first }, seq);
        if (!result.ok) throw new Error(result.refusal);
        const expected = generations(first, order);
        expect(result.facts.map(({ data }) => (data as Tree).name)).toEqual(expected.map(({ name }) => name));
        expect(result.facts.map(fact => fact.seq)).toEqual(expected.map((_, at) => seq + at + 1));
        for (const { at, actor, personal } of result.facts) expect([at, actor, personal]).toEqual([now, ada, null]);
        for (const name of names)
          expect(result.state[name]).toEqual(expected.filter(({ slice }) => slice === name).map(one => one.name));
      }),
      { numRuns: 100 },
    );
  });

  test('are decided upon the state after the fact that entails them, and no later one', () => {
    fc.assert(
      fc.property(trees, first => {
        const seen: [fact: number, own: readonly number[]][] = [];
        const follow = (state: readonly number[], { data }: Recorded) => {
          seen.push([(data as Tree).name, state]);
          return [];
        };
        const watcher = forest('ash', { follow: Object.fromEntries(kinds.map(kind => [kind, follow])) });
        const result = send(compose(forest('oak'), forest('elm'), watcher), 'oak.grow', { trees: first });
        if (!result.ok) throw new Error(result.refusal);
        const before = result.facts.map((_, at) =>
          result.facts.slice(0, at + 1).flatMap(({ kind, data }) => (kind === 'ash.grew' ? [(data as Tree).name] : [])),
        );
        expect(seen).toEqual(result.facts.map(({ data }, at) => [(data as Tree).name, before[at]]));
      }),
      { numRuns: 50 },
    );
  });

  test('are as many as the limit says, and one more is a fault', () => {
    const flat = (size: number): Tree[] =>
      Array.from({ length: size }, (_, name) => ({ slice: 'oak', name, entails: [] }));
    const of = (size: number) =>
      send(compose(forest('oak', { evolve: state => state })), 'oak.grow', { trees: flat(size) });
    expect(of(limits.factsPerCommand)).toMatchObject({ ok: true });
    expect(of(limits.factsPerCommand + 1)).toEqual({ ok: false, refusal: 'fault' });
  });

  test('are entailed by somebody who keeps the role they acted in, even when the fact has just taken it', () => {
    const seen: RuleContext[] = [];
    const follow = (_: unknown, __: Recorded, context: RuleContext) => {
      seen.push(context);
      return [];
    };
    const rules = compose(forest('oak', { follow: { 'roles.taken': follow } as AnySlice['follow'] & object }));
    const result = send(rules, 'roles.grow', {});
    expect(seen.map(({ actor }) => actor)).toEqual([{ person: ada, role: 'organiser', place: null }]);
    expect(seen.map(({ roleOf }) => [roleOf(ada), roleOf(ben)])).toEqual([[null, null]]);
    const after = result.ok ? result.state : rules.initial;
    expect(send(rules, 'oak.grow', { trees: [] }, 1, after)).toEqual({ ok: false, refusal: 'not-permitted' });
  });
});

describe('time', () => {
  const due =
    (name: string, entails: readonly Tree[] = []) =>
    () => [grew({ slice: name, name: 1, entails })];
  const tick = (...slices: AnySlice[]) => {
    const faults: Fault[] = [];
    const rules = compose(...slices);
    const result = rules.tick(rules.initial, now, 7, fault => faults.push(fault));
    return { ...result, faults: faults.map(({ slice, member }) => `${slice} ${member}`) };
  };
  const leaf = (slice: string, name: number): Tree => ({ slice, name, entails: [] });

  test('that is due in two slices is told slice by slice, the second after the first and what it entailed', () => {
    const seen: unknown[] = [];
    const elm = forest('elm', {
      tick: state => {
        seen.push(state);
        return [grew(leaf('elm', 3))];
      },
    });
    const { facts, faults } = tick(forest('oak', { tick: due('oak', [leaf('elm', 2)]) }), elm);
    expect(facts.map(({ kind, seq, actor }) => [kind, seq, actor])).toEqual([
      ['oak.grew', 8, 'engine'],
      ['elm.grew', 9, 'engine'],
      ['elm.grew', 10, 'engine'],
    ]);
    expect(seen).toEqual([[2]]);
    expect(faults).toEqual([]);
  });

  test('[S13] leaves nothing half done: a slice whose facts meet a defect has none, the others have all of theirs', () => {
    const broken = () => {
      throw new Error('a defect');
    };
    const wrong = { 'oak.grew': broken } as unknown as AnySlice['follow'] & object;
    const { facts, state, faults } = tick(
      forest('oak', { tick: due('oak') }),
      forest('elm', { tick: due('elm'), follow: wrong }),
    );
    expect(facts.map(({ kind, seq }) => [kind, seq])).toEqual([['elm.grew', 8]]);
    expect([state.oak, state.elm]).toEqual([[], [1]]);
    expect(faults).toEqual(['oak tick']);
  });

  test('[S13] whose consequences never end is reported and changes nothing, and the others go on', () => {
    const endless = { 'oak.grew': () => [grew(leaf('oak', 1))] } as unknown as AnySlice['follow'] & object;
    const oak = forest('oak', { tick: due('oak'), follow: endless, evolve: state => state });
    const { facts, faults } = tick(oak, forest('elm', { tick: due('elm') }));
    expect(facts.map(({ kind }) => kind)).toEqual(['elm.grew']);
    expect(faults).toEqual(['oak follow']);
  });

  test('is foreseen for the earliest of all slices, whoever throws', () => {
    const instant = fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('throws' as const)));
    fc.assert(
      fc.property(fc.tuple(instant, instant, instant), all => {
        const slices = names.map((name, at) =>
          forest(name, {
            deadline: () => {
              const found = all[at] ?? null;
              if (found === 'throws') throw new Error('a defect');
              return found;
            },
          }),
        );
        const known = all.filter(one => typeof one === 'number').sort();
        const rules = compose(...slices);
        expect(rules.deadline(rules.initial)).toBe(known[0] ?? null);
      }),
    );
  });
});
