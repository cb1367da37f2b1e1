import type { PersonId, RoomId } from './ids.ts';
import type { MessageSpec, Phase, Role } from './messages.ts';
import { permit } from './permit.ts';
import type { Audience, Place, Scene } from './scene.ts';
import type { AnySlice, Decision, Fact, Recorded, ReportLine } from './slice.ts';

/**
 * The form of the slices' states. One more with every release that changes it, so that no snapshot of an earlier form is
 * read: the facts are kept for ever and tell the state anew.
 */
export const stateVersion = 2;

/** The state of one dialogue: one entry per slice. */
export type State = { readonly [slice: string]: unknown };

/** A command whose form has been checked. */
export type Command = { slice: string; name: string; input: unknown; spec: MessageSpec };

export type Actor = PersonId | 'engine';

/** How the composed rules learn from the state what single slices may not ask each other. */
export type Senses = {
  roleOf(state: State, person: PersonId): Role | null;
  placeOf(state: State, person: PersonId): Place | null;
  peopleIn(state: State, room: RoomId): PersonId[];
  phaseOf(state: State): Phase;
  isOpenRoom(state: State, room: RoomId): boolean;
};

export type Rules = ReturnType<typeof composeRules>;

/** The rules of a dialogue out of its slices. Pure: the server carries them out, tests run them alone. */
export function composeRules(slices: readonly AnySlice[], senses: Senses) {
  const byName = new Map(slices.map(slice => [slice.name, slice]));
  const initial: State = Object.fromEntries(slices.map(slice => [slice.name, slice.initial]));

  const sceneOf = (state: State, by: Actor, now: number): Scene | null => {
    const role = by === 'engine' ? 'engine' : senses.roleOf(state, by);
    if (!role) return null;
    return {
      now,
      actor: by === 'engine' || role === 'engine' ? 'engine' : { person: by, role, place: senses.placeOf(state, by) },
      phase: senses.phaseOf(state),
      roleOf: person => senses.roleOf(state, person),
      placeOf: person => senses.placeOf(state, person),
      peopleIn: room => senses.peopleIn(state, room),
      isOpenRoom: room => senses.isOpenRoom(state, room),
    };
  };

  /** A slice's own facts change it; the facts of others pass it by. */
  const evolve = (state: State, fact: Recorded): State => {
    const slice = byName.get(sliceOf(fact.kind));
    if (!slice) return state;
    const next = slice.evolve(state[slice.name], fact);
    return next === state[slice.name] ? state : { ...state, [slice.name]: next };
  };

  /** The decided facts and everything that they entail in other slices, in order, with the state after them. */
  const settle = (
    state: State,
    facts: readonly Fact[],
    scene: Scene,
    seq: number,
  ): { facts: Recorded[]; state: State } => {
    const settled: Recorded[] = [];
    const waiting = [...facts];
    const actor = scene.actor === 'engine' ? 'engine' : scene.actor.person;
    let now = state;
    for (let fact = waiting.shift(); fact; fact = waiting.shift()) {
      const recorded: Recorded = {
        ...fact,
        personal: fact.personal ?? null,
        seq: seq + settled.length + 1,
        at: scene.now,
        actor,
      };
      now = evolve(now, recorded);
      settled.push(recorded);
      for (const slice of slices) waiting.push(...(slice.follow?.(now[slice.name], recorded, scene) ?? []));
    }
    return { facts: settled, state: now };
  };

  return {
    slices,
    initial,
    evolve,

    /** The checked command of a kind `slice.name`, or why it is none. `bytes` is the encoded size of the input. */
    parse(
      kind: string,
      input: unknown,
      bytes: number,
    ): { ok: true; command: Command } | { ok: false; refusal: string } {
      const [sliceName = '', name = ''] = kind.split('.');
      const messages = byName.get(sliceName)?.messages;
      const spec = messages && Object.hasOwn(messages, name) ? (messages[name] as MessageSpec) : null;
      if (!spec) return { ok: false, refusal: 'unknown' };
      if (bytes > spec.bytes) return { ok: false, refusal: 'too-large' };
      const parsed = spec.input.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: 'malformed' };
      return { ok: true, command: { slice: sliceName, name, input: parsed.data, spec } };
    },

    /** Permission, decision and consequences of one command. `seq` is the position of the log before it. */
    decide(
      state: State,
      by: Actor,
      { slice: sliceName, name, input, spec }: Command,
      now: number,
      seq: number,
    ): { ok: true; facts: Recorded[]; state: State } | { ok: false; refusal: string } {
      const scene = sceneOf(state, by, now);
      const slice = byName.get(sliceName);
      if (!scene || !slice) return { ok: false, refusal: 'not-permitted' };
      const refusal = permit(spec, input, scene);
      if (refusal) return { ok: false, refusal };
      const decision: Decision = slice.decide(state[sliceName], { name, input }, scene);
      return decision.ok ? { ok: true, ...settle(state, decision.facts, scene, seq) } : decision;
    },

    /** The earliest instant at which time alone makes facts; null when none is foreseen. */
    deadline(state: State): number | null {
      const due = slices.map(slice => slice.deadline?.(state[slice.name]) ?? Number.POSITIVE_INFINITY);
      const first = Math.min(...due);
      return Number.isFinite(first) ? first : null;
    },

    /** The facts that are due at `now`, with the state after them. */
    tick(state: State, now: number, seq: number): { facts: Recorded[]; state: State } {
      const scene = sceneOf(state, 'engine', now);
      const facts = scene ? slices.flatMap(slice => slice.tick?.(state[slice.name], scene) ?? []) : [];
      return scene ? settle(state, facts, scene, seq) : { facts: [], state };
    },

    /** What a person belongs to now; null for strangers and removed people. */
    audienceOf(state: State, person: PersonId): Audience | null {
      const role = senses.roleOf(state, person);
      return role && { role, place: senses.placeOf(state, person) };
    },

    placeOf: senses.placeOf,

    viewOf: (state: State, slice: AnySlice, audience: Audience): unknown => slice.view(state[slice.name], audience),

    ownOf(state: State, person: PersonId): Record<string, unknown> {
      return Object.fromEntries(
        slices.flatMap(slice => (slice.own ? [[slice.name, slice.own(state[slice.name], person)]] : [])),
      );
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
      const scene = sceneOf(state, person, now);
      if (!ask) return { ok: false, refusal: 'unknown' };
      if (!scene || scene.actor === 'engine') return { ok: false, refusal: 'not-permitted' };
      const parsed = ask.input.safeParse(input);
      if (!parsed.success) return { ok: false, refusal: 'malformed' };
      const refusal = permit({ by: ask.by, phases: [scene.phase] }, parsed.data, scene);
      if (refusal) return { ok: false, refusal };
      return { ok: true, answer: ask.answer(state[sliceName], parsed.data, scene.actor) };
    },

    /** True when this kind of fact must reach the screens at once. */
    isUrgent: (kind: string): boolean => byName.get(sliceOf(kind))?.urgent?.includes(kind) ?? false,

    /** What the log tells in the report, slice by slice. */
    report: (state: State): { slice: string; lines: readonly ReportLine[] }[] =>
      slices.flatMap(slice => (slice.outcome ? [{ slice: slice.name, lines: slice.outcome(state[slice.name]) }] : [])),
  };
}

const sliceOf = (kind: string): string => kind.slice(0, kind.indexOf('.'));
