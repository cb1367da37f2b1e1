import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, messagesOf, play, playRandom } from '../dialogue.samples.ts';
import { dialogueRules as rules, slices, stateQueries } from '../dialogue.ts';
import { compose } from './composition.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from './messages.samples.ts';
import { composeRules } from './rules.ts';
import type { AnySlice, Recorded } from './slice.ts';

const composition = compose(Object.values(slices), stateQueries);
const { state } = play(rules, beginning);
const plenary = `${sampleSessions[0]}/plenary`;
const fact = (kind: string, more: Partial<Recorded> = {}): Recorded => ({
  kind,
  v: 1,
  data: { person: cleo, session: sampleSessions[0], room: plenary },
  personal: null,
  seq: 99,
  at: 2e12,
  actor: ada,
  ...more,
});

/** Kinds that nothing has, each near to one that something has. */
const near = fc.oneof(
  fc
    .constantFrom(...messagesOf(rules).map(([kind]) => kind))
    .chain(kind =>
      fc.constantFrom(
        `${kind}.`,
        `${kind}.more`,
        ` ${kind}`,
        kind.toUpperCase(),
        kind.replace('.', ''),
        `.${kind}`,
        `${kind} `,
      ),
    ),
  fc.constantFrom(
    '',
    '.',
    'chat',
    'chat.',
    'chatx',
    '__proto__.say',
    'chat.__proto__',
    'chat.constructor',
    'constructor.name',
  ),
);

describe('a kind', () => {
  test('that nothing has is no command, no signal and no read, however near it comes to one', () => {
    fc.assert(
      fc.property(near, kind => {
        expect([composition.specOf(kind), composition.signalOf(kind), composition.askOf(kind)]).toEqual([
          null,
          null,
          null,
        ]);
        expect(rules.parse(kind, {}, 0)).toEqual({ ok: false, refusal: 'unknown' });
      }),
      { numRuns: 200 },
    );
  });

  test('of a command is that of one slice, which says how to decide it', () => {
    for (const [kind, spec] of messagesOf(rules)) {
      expect(composition.specOf(kind)).toBe(spec);
      const [slice = '', name = ''] = kind.split('.');
      expect(composition.slice(slice)?.decide[name]).toBeTypeOf('function');
    }
  });

  test('of a fact belongs to the slice before its point, and a fact of a slice that is not here to none', () => {
    for (const slice of rules.slices)
      for (const kind of Object.keys(slice.facts)) expect(composition.sliceOf(kind)).toBe(slice);
    for (const kind of ['raffles.opened', 'chatx', 'chat', '.said', '', '__proto__.said', 'toString.said'])
      expect(composition.sliceOf(kind)).toBeUndefined();
  });
});

describe('facts of a slice that is not here', () => {
  test('leave the whole state the same object, entail nothing, concern nobody and are never from a later release', () => {
    fc.assert(
      fc.property(fc.constantFrom('raffles.opened', 'chatx', 'constructor.said', ''), fc.nat(9), (kind, v) => {
        const one = fact(kind, { v });
        expect(rules.evolve(state, one)).toBe(state);
        expect(composition.followersOf(kind)).toEqual([]);
        expect([rules.concerns(one), rules.haste(kind), rules.conceals(kind)]).toEqual([null, 'tick', false]);
        expect(rules.isFromLater(one)).toBe(false);
        expect(rules.upcast(one)).toBe(one);
      }),
    );
  });

  test('of a kind that the slice does not have leave it as it is, too', () => {
    for (const { name } of rules.slices) expect(rules.evolve(state, fact(`${name}.unheard-of`))).toBe(state);
  });

  test('in a log leave what the others tell as it would be without them', () => {
    fc.assert(
      fc.property(commandsOf(rules, 30), fc.array(fc.nat(60), { maxLength: 5 }), (sent, places) => {
        const { log, state: after } = playRandom(rules, sent);
        const mixed = places.reduce<Recorded[]>((all, at) => all.toSpliced(at, 0, fact('raffles.opened')), log);
        expect(mixed.reduce(rules.evolve, rules.initial)).toEqual(after);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a fact of a slice', () => {
  test('changes the state of that slice and leaves those of the others the same objects', () => {
    fc.assert(
      fc.property(commandsOf(rules, 40), sent => {
        let before = rules.initial;
        for (const one of playRandom(rules, sent).log) {
          const after = rules.evolve(before, one);
          for (const { name } of rules.slices)
            if (!one.kind.startsWith(`${name}.`)) expect(after[name]).toBe(before[name]);
          before = after;
        }
      }),
      { numRuns: 50 },
    );
  });

  test('[S14] of any earlier form becomes one of today, once, and nothing but its kind and data changes', () => {
    const upcast: AnySlice['upcast'] = ({ kind, v, data }) => ({ kind, data: { ...(data as object), from: v } });
    const aged = composeRules([{ ...slices.chat, factVersion: 5, upcast } as AnySlice], stateQueries);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), v => {
        const one = fact('chat.said', { v, personal: { person: cleo, name: 'Cleo', email: null } });
        const today = aged.upcast(one);
        expect(aged.upcast(today)).toBe(today);
        expect(aged.isFromLater(one)).toBe(v > 5);
        if (v >= 5) expect(today).toBe(one);
        else expect(today).toEqual({ ...one, v: 5, data: { ...(one.data as object), from: v } });
      }),
    );
  });

  test('is followed by those slices that name its kind, in the order of the list, and by no other', () => {
    for (const order of [Object.values(slices), Object.values(slices).reverse()] as AnySlice[][])
      for (const kind of order.flatMap(({ facts }) => Object.keys(facts))) {
        const named = order.filter(({ follow }) => Object.keys(follow ?? {}).includes(kind));
        expect(
          compose(order, stateQueries)
            .followersOf(kind)
            .map(({ slice }) => slice.name),
        ).toEqual(named.map(({ name }) => name));
      }
    const both = composition.followersOf('people.removed').map(({ slice }) => slice.name);
    expect(both).toEqual(expect.arrayContaining(['sessions', 'media']));
  });
});

describe('who acts', () => {
  test('has a context when and only when they have a role, with the place where they sit; the engine always has one', () => {
    fc.assert(
      fc.property(commandsOf(rules, 40, 'people'), sent => {
        const now = playRandom(rules, sent).state;
        expect(composition.contextOf(now, 'engine', 5)).toMatchObject({ actor: 'engine', now: 5 });
        for (const person of [...sampleIds, ben, dina]) {
          const role = stateQueries.roleOf(now, person);
          const expected = role && { person, role, place: stateQueries.placeOf(now, person) };
          expect(composition.contextOf(now, person, 5)?.actor ?? null).toEqual(expected);
        }
      }),
      { numRuns: 50 },
    );
  });
});
