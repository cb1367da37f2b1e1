import { limits } from '../limits.ts';
import type { Audience, Place, RuleContext } from './context.ts';
import type { PersonId, RoomId } from './ids.ts';
import { higherRole, type MessageSpec, type Phase, type Role, type SignalSpec } from './messages.ts';
import { permit } from './permit.ts';
import type { AnySlice, Decision, Fact, Fault, Recorded, ReportLine } from './slice.ts';

/** The state of one dialogue: one entry per slice. */
export type State = { readonly [slice: string]: unknown };

/** A command whose form has been checked. */
export type Command = { slice: string; name: string; input: unknown; spec: MessageSpec };

export type Actor = PersonId | 'engine';

/** How the composed rules learn from the state what single slices may not ask each other. */
export type StateQueries = {
  /** The slices that tell who may be here, in which role and where. */
  slices: readonly string[];
  roleOf(state: State, person: PersonId): Role | null;
  /** The role that somebody holds in this room alone, if any. */
  roomRoleOf(state: State, person: PersonId, room: RoomId): Role | undefined;
  placeOf(state: State, person: PersonId): Place | null;
  /** The rooms that somebody watches besides their own, in order of their ids. */
  watchesOf(state: State, person: PersonId): readonly RoomId[];
  peopleIn(state: State, room: RoomId): PersonId[];
  phaseOf(state: State): Phase;
  isOpenRoom(state: State, room: RoomId): boolean;
};

/** Hears of what a slice threw where the others went on. */
export type Report = (fault: Fault) => void;

export type Rules = ReturnType<typeof composeRules>;

/** The rules of a dialogue out of its slices. Pure: the server carries them out, tests run them alone. */
export function composeRules(slices: readonly AnySlice[], queries: StateQueries) {
  const byName = new Map(slices.map(slice => [slice.name, slice]));
  const initial: State = Object.fromEntries(slices.map(slice => [slice.name, slice.initial]));

  const roleIn = (state: State, person: PersonId, room: RoomId): Role | null => {
    const role = queries.roleOf(state, person);
    return role && higherRole(role, queries.roomRoleOf(state, person, room));
  };

  const contextFor = (state: State, actor: RuleContext['actor'], now: number): RuleContext => ({
    now,
    actor,
    phase: queries.phaseOf(state),
    roleOf: person => queries.roleOf(state, person),
    roleIn: (person, room) => roleIn(state, person, room),
    placeOf: person => queries.placeOf(state, person),
    peopleIn: room => queries.peopleIn(state, room),
    isOpenRoom: room => queries.isOpenRoom(state, room),
  });

  const contextOf = (state: State, by: Actor, now: number): RuleContext | null => {
    if (by === 'engine') return contextFor(state, by, now);
    const role = queries.roleOf(state, by);
    return role && contextFor(state, { person: by, role, place: queries.placeOf(state, by) }, now);
  };

  /** The context after a fact. Who acts keeps the role they acted in, also when the fact has just taken it. */
  const contextAfter = (state: State, { actor, now }: RuleContext): RuleContext =>
    contextFor(state, actor === 'engine' ? actor : { ...actor, place: queries.placeOf(state, actor.person) }, now);

  /** A slice's own facts change it; the facts of others pass it by. */
  const evolve = (state: State, fact: Recorded): State => {
    const slice = byName.get(sliceOf(fact.kind));
    if (!slice) return state;
    const next = slice.evolve(state[slice.name], fact);
    return next === state[slice.name] ? state : { ...state, [slice.name]: next };
  };

  /** The decided facts and everything that they entail in other slices, in order, with the state after them; null when they never end. */
  const withConsequences = (
    state: State,
    facts: readonly Fact[],
    context: RuleContext,
    seq: number,
  ): { facts: Recorded[]; state: State } | null => {
    const entailed: Recorded[] = [];
    const waiting = [...facts];
    const actor = context.actor === 'engine' ? 'engine' : context.actor.person;
    let now = state;
    for (let fact = waiting.shift(); fact; fact = waiting.shift()) {
      if (entailed.length >= limits.factsPerCommand) return null;
      const recorded: Recorded = {
        ...fact,
        v: byName.get(sliceOf(fact.kind))?.factVersion ?? 1,
        personal: fact.personal ?? null,
        seq: seq + entailed.length + 1,
        at: context.now,
        actor,
      };
      now = evolve(now, recorded);
      entailed.push(recorded);
      const after = contextAfter(now, context);
      for (const slice of slices) waiting.push(...(slice.follow?.(now[slice.name], recorded, after) ?? []));
    }
    return { facts: entailed, state: now };
  };

  /** The specification of a command of this kind; null when there is none. */
  const specOf = (kind: string): MessageSpec | null => {
    const [sliceName = '', name = ''] = kind.split('.');
    const messages = byName.get(sliceName)?.messages;
    return messages && Object.hasOwn(messages, name) ? (messages[name] as MessageSpec) : null;
  };

  const audienceOf = (state: State, person: PersonId): Audience | null => {
    const role = queries.roleOf(state, person);
    return role && { role, place: queries.placeOf(state, person), watches: queries.watchesOf(state, person) };
  };

  return {
    slices,
    initial,
    evolve,

    /** A fact of any earlier release in today's form. */
    upcast(fact: Recorded): Recorded {
      const slice = byName.get(sliceOf(fact.kind));
      if (!slice?.upcast || fact.v >= slice.factVersion) return fact;
      return { ...fact, ...slice.upcast(fact), v: slice.factVersion };
    },

    /** True for a fact that a later release has written: this one cannot know what it means. */
    isFromLater: ({ kind, v }: Recorded): boolean => v > (byName.get(sliceOf(kind))?.factVersion ?? v),

    specOf,

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
    decide(
      state: State,
      by: Actor,
      { slice: sliceName, name, input, spec }: Command,
      now: number,
      seq: number,
    ): { ok: true; facts: Recorded[]; state: State } | { ok: false; refusal: string } {
      const context = contextOf(state, by, now);
      const slice = byName.get(sliceName);
      if (!context || !slice) return { ok: false, refusal: 'not-permitted' };
      const refusal = permit(spec, input, context);
      if (refusal) return { ok: false, refusal };
      const decision: Decision = slice.decide(state[sliceName], { name, input }, context);
      if (!decision.ok) return decision;
      const entailed = withConsequences(state, decision.facts, context, seq);
      return entailed ? { ok: true, ...entailed } : { ok: false, refusal: 'fault' };
    },

    /** The earliest instant at which time alone makes facts; null when none is foreseen. A slice that throws foresees nothing. */
    deadline(state: State, report: Report = () => undefined): number | null {
      const due = slices.flatMap(slice => {
        try {
          return slice.deadline?.(state[slice.name]) ?? [];
        } catch (error) {
          report({ slice: slice.name, member: 'deadline', error });
          return [];
        }
      });
      return due.length > 0 ? Math.min(...due) : null;
    },

    /** The facts that are due at `now`, with the state after them. What one slice throws leaves the others their facts. */
    tick(
      state: State,
      now: number,
      seq: number,
      report: Report = () => undefined,
    ): { facts: Recorded[]; state: State } {
      const facts: Recorded[] = [];
      let after = state;
      for (const slice of slices) {
        try {
          const context = contextFor(after, 'engine', now);
          const due = slice.tick?.(after[slice.name], context) ?? [];
          const entailed = withConsequences(after, due, context, seq + facts.length);
          if (entailed) {
            facts.push(...entailed.facts);
            after = entailed.state;
          } else report({ slice: slice.name, member: 'follow', error: 'consequences without end' });
        } catch (error) {
          report({ slice: slice.name, member: 'tick', error });
        }
      }
      return { facts, state: after };
    },

    /** What a person belongs to now; null for strangers and removed people. */
    audienceOf,

    placeOf: queries.placeOf,

    roleIn,

    viewOf: (state: State, slice: AnySlice, audience: Audience): unknown => slice.view(state[slice.name], audience),

    /** What somebody alone sees, by slice. */
    ownOf(state: State, person: PersonId): Record<string, unknown> {
      const audience = audienceOf(state, person);
      return Object.fromEntries(
        slices.flatMap(slice =>
          slice.own && audience ? [[slice.name, slice.own(state[slice.name], person, audience)]] : [],
        ),
      );
    },

    isOpenRoom: queries.isOpenRoom,

    /** True when everybody's role, place and right to be here are the same in both states. */
    isSameCompany: (before: State, after: State): boolean => queries.slices.every(name => before[name] === after[name]),

    /** Whose own part of which slice a fact changes; null when nobody's. */
    concerns(fact: Recorded): { slice: string; people: readonly PersonId[] | 'everybody' } | null {
      const slice = byName.get(sliceOf(fact.kind));
      return slice?.own ? { slice: slice.name, people: slice.concerns?.(fact) ?? 'everybody' } : null;
    },

    /** The answer to a read, or why there is none. */
    ask(
      state: State,
      person: PersonId,
      kind: string,
      input: unknown,
      now: number,
    ): { ok: true; answer: unknown } | { ok: false; refusal: string } {
      const [sliceName = '', name = ''] = kind.split('.');
      const asks = byName.get(sliceName)?.asks;
      const ask = asks && Object.hasOwn(asks, name) ? asks[name] : null;
      const context = contextOf(state, person, now);
      if (!ask) return { ok: false, refusal: 'unknown' };
      if (!context || context.actor === 'engine') return { ok: false, refusal: 'not-permitted' };
      const parsed = ask.input.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: 'malformed' };
      const refusal = permit({ by: ask.by, phases: [context.phase] }, parsed.data, context);
      if (refusal) return { ok: false, refusal };
      const audience = audienceOf(state, person);
      return audience
        ? { ok: true, answer: ask.answer(state[sliceName], parsed.data, audience) }
        : { ok: false, refusal: 'not-permitted' };
    },

    /** The specification of a signal of this kind; null when there is none. */
    signalOf(kind: string): SignalSpec | null {
      const [sliceName = '', name = ''] = kind.split('.');
      const signals = byName.get(sliceName)?.signals;
      return signals && Object.hasOwn(signals, name) ? (signals[name] ?? null) : null;
    },

    /** Where a signal goes that this person sends now; null when they may not, or its form is wrong. */
    signal(
      state: State,
      person: PersonId,
      spec: SignalSpec,
      input: unknown,
      now: number,
    ): { input: unknown; to: { room: RoomId } | { person: PersonId } } | null {
      const context = contextOf(state, person, now);
      const parsed = spec.input.safeParse(input);
      if (!context || !parsed.success || permit(spec, parsed.data, context)) return null;
      const { room, to } = parsed.data as { room?: RoomId; to?: PersonId };
      if (spec.to === 'room') return room === undefined ? null : { input: parsed.data, to: { room } };
      return to === undefined ? null : { input: parsed.data, to: { person: to } };
    },

    /** How soon facts of a kind must reach the screens: at once, with the next tick, or, where many listen, gathered. */
    haste(kind: string): 'urgent' | 'tick' | 'gathered' {
      const slice = byName.get(sliceOf(kind));
      if (slice?.gathered?.includes(kind)) return 'gathered';
      return slice?.urgent?.includes(kind) ? 'urgent' : 'tick';
    },

    /** True when nobody may be told any more what was shown before a fact of this kind. */
    conceals: (kind: string): boolean => byName.get(sliceOf(kind))?.conceals?.includes(kind) ?? false,

    /** What the log tells in the report, slice by slice; null where a slice could not tell its part. */
    report: (
      state: State,
      report: Report = () => undefined,
    ): { slice: string; lines: readonly ReportLine[] | null }[] =>
      slices.flatMap((slice): { slice: string; lines: readonly ReportLine[] | null }[] => {
        try {
          return slice.outcome ? [{ slice: slice.name, lines: slice.outcome(state[slice.name]) }] : [];
        } catch (error) {
          report({ slice: slice.name, member: 'outcome', error });
          return [{ slice: slice.name, lines: null }];
        }
      }),
  };
}

const sliceOf = (kind: string): string => kind.slice(0, kind.indexOf('.'));
