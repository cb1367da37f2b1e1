import { expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { type DialogueOutcomes, type OwnView, slices } from '../dialogue.ts';
import { everyone } from './messages.ts';
import { defineSlice, type FactRegistry, type OutcomeOf, type OwnOf, refuse, type ViewOf } from './slice.ts';

const common = { phases: ['live'], rate: 'light', bytes: 64 } as const;
const rest = {
  facts: { 'echo.heard': z.strictObject({ word: z.string() }) },
  refusals: ['echo.deaf'],
  initial: 0,
  stateVersion: 1,
  factVersion: 1,
} as const;
const deaf = () => refuse('echo.deaf');
const nothing = {
  evolve: (state: number) => state,
  view: () => null,
};

test('a command that reaches one’s own room must name a room, by type', () => {
  const named = { say: { ...common, input: z.strictObject({ room: z.string() }), by: everyone('own-room') } } as const;
  defineSlice<number>()({ name: 'echo', messages: named, ...rest, ...nothing, decide: { say: deaf } });
  const nameless = { say: { ...common, input: z.strictObject({}), by: everyone('own-room') } } as const;
  // @ts-expect-error its input names no room
  defineSlice<number>()({ name: 'echo', messages: nameless, ...rest, ...nothing, decide: { say: deaf } });
});

test('a command that reaches oneself must name a person, by type', () => {
  const named = { tell: { ...common, input: z.strictObject({ person: z.string() }), by: everyone('self') } } as const;
  defineSlice<number>()({ name: 'echo', messages: named, ...rest, ...nothing, decide: { tell: deaf } });
  const nameless = { tell: { ...common, input: z.strictObject({ room: z.string() }), by: everyone('self') } } as const;
  // @ts-expect-error its input names no person
  defineSlice<number>()({ name: 'echo', messages: nameless, ...rest, ...nothing, decide: { tell: deaf } });
});

test('a command without a decision is found by type', () => {
  const messages = { say: { ...common, input: z.strictObject({}), by: everyone('dialogue') } } as const;
  // @ts-expect-error nobody decides what it means
  defineSlice<number>()({ name: 'echo', messages, ...rest, ...nothing, decide: {} });
});

test('types follow from what is written: view, own part, outcome, facts of others', () => {
  const echo = defineSlice<number>()({
    name: 'echo',
    messages: {},
    decide: {},
    ...rest,
    ...nothing,
    view: state => ({ state }),
    own: (_, person) => ({ person }),
    outcome: state => [state],
    follow: {
      'people.removed'(_, { data }) {
        expectTypeOf(data).toEqualTypeOf<FactRegistry['people.removed']>();
        return [{ kind: 'echo.heard', data: { word: data.person } }];
      },
    },
  });
  expectTypeOf<ViewOf<typeof echo>>().toEqualTypeOf<{ state: number }>();
  expectTypeOf<OwnOf<typeof echo>>().toEqualTypeOf<{ person: string }>();
  expectTypeOf<OutcomeOf<typeof echo>>().toEqualTypeOf<number[]>();
  defineSlice<number>()({
    name: 'echo',
    messages: {},
    decide: {},
    ...rest,
    ...nothing,
    // @ts-expect-error nobody has a fact of this kind
    follow: { 'people.vanished': () => [] },
  });
});

test('own parts and outcomes of a dialogue are those of the slices that have one', () => {
  expectTypeOf<'media' extends keyof OwnView ? true : false>().toEqualTypeOf<true>();
  expectTypeOf<'chat' extends keyof OwnView ? true : false>().toEqualTypeOf<false>();
  expectTypeOf<'chat' extends keyof DialogueOutcomes ? true : false>().toEqualTypeOf<true>();
  expectTypeOf<'media' extends keyof DialogueOutcomes ? true : false>().toEqualTypeOf<false>();
  for (const [name, slice] of Object.entries(slices)) expect(slice.name).toBe(name);
});

test('every followed kind of fact is one that some slice has', () => {
  const kinds = new Set(Object.values(slices).flatMap(({ facts }) => Object.keys(facts)));
  const followed = Object.values(slices).flatMap(slice => Object.keys(slice.follow ?? {}));
  expect(followed.filter(kind => !kinds.has(kind))).toEqual([]);
});
