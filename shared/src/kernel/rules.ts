import { type Actor, compose, type State, type StateQueries } from './composition.ts';
import type { Audience } from './context.ts';
import { type Command, deadline, decide, evolve, type Report, tick } from './decide.ts';
import { documentAccess } from './documents.ts';
import type { PersonId, RoomId } from './ids.ts';
import type { SignalSpec } from './messages.ts';
import { ask, audienceOf, ownOf, signal } from './read.ts';
import type { AnySlice, Recorded } from './slice.ts';

export type Rules = ReturnType<typeof composeRules>;

/** One slice's section of the report; null where the slice could not tell it. */
export type Section = { slice: string; outcome: unknown };

const ignore: Report = () => undefined;

/** The rules of a dialogue out of its slices. Pure: the server carries them out, tests run them alone. */
export function composeRules(slices: readonly AnySlice[], queries: StateQueries) {
  const composition = compose(slices, queries);
  const { sliceOf, specOf } = composition;
  return {
    slices,
    initial: composition.initial,
    specOf,
    signalOf: composition.signalOf,
    roleIn: composition.roleIn,
    placeOf: queries.placeOf,
    isOpenRoom: queries.isOpenRoom,

    evolve: (state: State, fact: Recorded): State => evolve(composition, state, fact),

    /** A fact of any earlier release in today's form. */
    upcast(fact: Recorded): Recorded {
      const slice = sliceOf(fact.kind);
      if (!slice?.upcast || fact.v >= slice.factVersion) return fact;
      return { ...fact, ...slice.upcast(fact), v: slice.factVersion };
    },

    /** True for a fact that a later release has written: this one cannot know what it means. */
    isFromLater: ({ kind, v }: Recorded): boolean => v > (sliceOf(kind)?.factVersion ?? v),

    /** The checked command of a kind `slice.name`, or why it is none. `bytes` is the encoded size of the input. */
    parse(
      kind: string,
      input: unknown,
      bytes: number,
    ): { ok: true; command: Command } | { ok: false; refusal: string } {
      const spec = specOf(kind);
      if (!spec) return { ok: false, refusal: 'unknown' };
      const [slice = '', name = ''] = kind.split('.');
      if (bytes > spec.bytes) return { ok: false, refusal: 'too-large' };
      const parsed = spec.input.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: 'malformed' };
      return { ok: true, command: { slice, name, input: parsed.data, spec } };
    },

    /** Permission, decision and consequences of one command. `seq` is the position of the log before it. It throws what a slice throws. */
    decide: (state: State, by: Actor, command: Command, now: number, seq: number) =>
      decide(composition, state, by, command, now, seq),

    /** The earliest instant (ms since the epoch) at which time alone makes facts; null when none is foreseen. */
    deadline: (state: State, report = ignore): number | null => deadline(composition, state, report),

    /** The facts that are due at `now`, with the state after them. What one slice throws leaves the others their facts. */
    tick: (state: State, now: number, seq: number, report = ignore) => tick(composition, state, now, seq, report),

    /** What a person belongs to now; null for strangers and removed people. */
    audienceOf: (state: State, person: PersonId): Audience | null => audienceOf(composition, state, person),

    viewOf: (state: State, slice: AnySlice, audience: Audience): unknown => slice.view(state[slice.name], audience),

    /** What somebody alone sees, by slice. */
    ownOf: (state: State, person: PersonId): Record<string, unknown> => ownOf(composition, state, person),

    /** True when everybody's role, place and right to be here are the same in both states. */
    areSameParticipants: (before: State, after: State): boolean =>
      queries.slices.every(name => before[name] === after[name]),

    /** Whose own part of which slice a fact changes; null when nobody's. */
    concerns(fact: Recorded): { slice: string; people: readonly PersonId[] | 'everybody' } | null {
      const slice = sliceOf(fact.kind);
      return slice?.own ? { slice: slice.name, people: slice.concerns?.(fact) ?? 'everybody' } : null;
    },

    /** The answer to a read, or why there is none. */
    ask: (state: State, person: PersonId, kind: string, input: unknown, now: number) =>
      ask(composition, state, person, kind, input, now),

    /** What somebody may do with a document; null for nothing. */
    documentAccess: (state: State, person: PersonId, kind: string, room: RoomId, now: number) =>
      documentAccess(composition, state, person, kind, room, now),

    /** Where a signal goes that this person sends now; null when they may not, or its form is wrong. */
    signal: (state: State, person: PersonId, spec: SignalSpec, input: unknown, now: number) =>
      signal(composition, state, person, spec, input, now),

    /** How soon facts of a kind must reach the screens: at once, with the next tick, or, where many listen, gathered. */
    haste(kind: string): 'urgent' | 'tick' | 'gathered' {
      const slice = sliceOf(kind);
      if (slice?.gathered?.includes(kind)) return 'gathered';
      return slice?.urgent?.includes(kind) ? 'urgent' : 'tick';
    },

    /** True when nobody may be told any more what was shown before a fact of this kind. */
    conceals: (kind: string): boolean => sliceOf(kind)?.conceals?.includes(kind) ?? false,

    /** What the log tells in the report, slice by slice. */
    report: (state: State, report = ignore): Section[] => sectionsOf(slices, state, report),
  };
}

function sectionsOf(slices: readonly AnySlice[], state: State, report: Report): Section[] {
  return slices.flatMap(slice => {
    if (!slice.outcome) return [];
    try {
      return [{ slice: slice.name, outcome: slice.outcome(state[slice.name]) }];
    } catch (error) {
      report({ slice: slice.name, member: 'outcome', error });
      return [{ slice: slice.name, outcome: null }];
    }
  });
}
