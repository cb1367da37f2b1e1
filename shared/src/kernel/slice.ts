import type { z } from 'zod';
import type { Audience, RuleContext } from './context.ts';
import type { PersonId, RoomId } from './ids.ts';
import type { Addressed, DocumentSpec, Messages, SignalSpec } from './messages.ts';

/** A person's name and address travel beside a fact, are stored apart from the log and can be erased without touching it. */
export type Personal = { person: PersonId; name: string; email: string | null };

/** What the rules decide. `kind` is `slice.past-participle`. */
export type Fact<Kind extends string = string, Data = unknown> = { kind: Kind; data: Data; personal?: Personal };

/** A fact as the log keeps it. `v` is the form of its data; `personal` is null when it never had any or was erased. */
export type Recorded<F extends Fact = Fact> =
  F extends Fact<infer Kind, infer Data>
    ? {
        kind: Kind;
        v: number;
        data: Data;
        personal: Personal | null;
        seq: number;
        at: number;
        actor: PersonId | 'engine';
      }
    : never;

export type Decision<F extends Fact = Fact, Refusal extends string = string> =
  | { ok: true; facts: readonly F[] }
  | { ok: false; refusal: Refusal };

/** The decision for a command that leads to these facts; to none when it changes nothing. */
export const accept = <const F extends Fact = never>(...facts: F[]): { ok: true; facts: readonly F[] } => ({
  ok: true,
  facts,
});
/** The decision against a command. */
export const refuse = <R extends string>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });

/** The schemas of a slice's facts, by full kind. */
export type FactSchemas = Record<string, z.ZodType>;
export type FactOf<S extends FactSchemas> = { [Kind in keyof S & string]: Fact<Kind, z.infer<S[Kind]>> }[keyof S &
  string];

/** The data of a slice's facts, by full kind. */
export type FactData<S extends FactSchemas> = { [Kind in keyof S]: z.infer<S[Kind]> };

/**
 * The data of every slice's facts, by full kind. Each slice adds its own beside its schemas, so that another slice can follow
 * them with their types and without importing it:
 * `declare module '…/kernel/slice.ts' { interface FactRegistry extends FactData<typeof facts> {} }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the slices fill it.
export interface FactRegistry {}

/** What the facts of other slices entail, by kind. State and context are those after the fact. */
export type Followers<State, F extends Fact> = {
  readonly [Kind in keyof FactRegistry]?: (
    state: State,
    fact: Recorded<Fact<Kind, FactRegistry[Kind]>>,
    context: RuleContext,
  ) => readonly F[];
};

/** For each command: the facts that it leads to, or why it is refused. */
export type Deciders<State, M extends Messages, F extends Fact = Fact, Refusal extends string = string> = {
  readonly [Name in keyof M]: (
    state: State,
    input: z.infer<M[Name]['input']>,
    context: RuleContext,
  ) => Decision<F, Refusal>;
};

export type Ask<State, Input extends z.ZodType = z.ZodType, Answer = unknown> = {
  input: Input;
  by: Messages[string]['by'];
  answer(state: State, input: z.infer<Input>, audience: Audience): Answer;
};

/** What one member of one slice threw: it costs what it was asked for, nothing else. */
export type Fault = { slice: string; member: string; error: unknown };

/** `join` makes of what `split` gave, and JSON kept, the same state; it throws for what `split` never gives. */
export type StateParts<State> = {
  split(state: State): { readonly [key: string]: object };
  join(parts: { readonly [key: string]: unknown }): State;
};

/** One feature: its messages, its rules, and what each audience sees of it. Every member is pure. */
export type Slice<
  Name extends string = string,
  State = unknown,
  M extends Messages = Messages,
  S extends FactSchemas = FactSchemas,
  Refusal extends string = string,
  View = unknown,
  Own = unknown,
  Outcome = unknown,
> = {
  name: Name;
  messages: M;
  facts: S;
  refusals: readonly Refusal[];
  initial: State;
  /** The form of the state, one more whenever that changes: a snapshot of another form is not read, the slice's facts tell its state again. */
  stateVersion: number;
  /** The form in which this slice's facts are written, one more whenever their data changes. */
  factVersion: number;
  /**
   * How a snapshot keeps the state: in parts by key, each an object that stays the same as long as it has not changed, so
   * that only what has changed is written again. Absent for a state that is one part.
   */
  parts?: StateParts<State>;
  /** A fact of an earlier form in today's; needed as soon as `factVersion` is above 1. */
  upcast?(fact: { kind: string; v: number; data: unknown }): { kind: string; data: unknown };
  /** What each command means now; never throws. */
  decide: Deciders<State, M, FactOf<S>, Refusal>;
  /** Total: an unknown or stale fact leaves the state as it is. */
  evolve(state: State, fact: Recorded<FactOf<S>>): State;
  view(state: State, audience: Audience): View;
  /** The little that only this person sees. */
  own?(state: State, person: PersonId, audience: Audience): Own;
  /** Whose own part a fact of this slice changes; absent where it may be everybody's. */
  concerns?(fact: Recorded<FactOf<S>>): readonly PersonId[] | 'everybody';
  /** The next instant (ms since the epoch) at which `tick` has something to say. */
  deadline?(state: State): number | null;
  tick?(state: State, context: RuleContext): readonly FactOf<S>[];
  /**
   * What the facts of other slices entail here, in the same transaction: leaving a room when removed, keeping a tally when a
   * session closes.
   */
  follow?: Followers<State, FactOf<S>>;
  /** Reads that need no fact, such as older pages of a list. */
  asks?: Record<string, Ask<State>>;
  /** What is told and never kept. */
  signals?: Record<string, SignalSpec>;
  /** The kinds of documents of this slice that people write together. */
  documents?: Record<string, DocumentSpec>;
  /** True for a document that nobody writes any more until it is opened again. */
  sealed?(state: State, kind: string, room: RoomId): boolean;
  /** Kinds that reach the screens at once and do not wait for the tick. */
  urgent?: readonly (keyof S & string)[];
  /** Kinds that many people cause at the same moment, such as entering: urgent among few, and where many listen the screens wait a little and get them together. */
  gathered?: readonly (keyof S & string)[];
  /** Kinds after which nobody may be told any more what was shown before them: who missed something gets a whole view. */
  conceals?: readonly (keyof S & string)[];
  /** This slice's section of the report, as plain JSON; the client has one component for it. */
  outcome?(state: State): Outcome;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of slices holds each with its own types; dialogue.ts is the only place that calls through this.
export type AnySlice = Slice<string, any, any, any, string, any, any, any>;

/**
 * A slice with the types of its messages, facts, view, own part and outcome as they are written; only the state is named.
 * A command whose `by` table says `own-room` or `any-room` must name a `room`, one that says `self` a `person`.
 */
export const defineSlice =
  <State>() =>
  <
    const Name extends string,
    M extends Messages,
    S extends FactSchemas,
    Refusal extends string,
    View,
    Own = never,
    Outcome = never,
  >(
    slice: Slice<Name, State, M, S, Refusal, View, Own, Outcome> & { messages: Addressed<M> },
  ): Slice<Name, State, M, S, Refusal, View, Own, Outcome> =>
    slice;

/** The state of a slice. */
export type StateOf<S extends AnySlice> = ReturnType<S['evolve']>;
/** What an audience sees of a slice. */
export type ViewOf<S extends AnySlice> = ReturnType<S['view']>;
/** What one person alone sees of a slice; never for a slice without such a part. */
export type OwnOf<S extends AnySlice> = ReturnType<NonNullable<S['own']>>;
/** A slice's section of the report; never for a slice that reports nothing. */
export type OutcomeOf<S extends AnySlice> = ReturnType<NonNullable<S['outcome']>>;
