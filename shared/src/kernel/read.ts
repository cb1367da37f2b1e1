import type { Composition, State } from './composition.ts';
import type { Audience } from './context.ts';
import type { PersonId, RoomId } from './ids.ts';
import type { SignalSpec } from './messages.ts';
import { permit } from './permit.ts';

/** What a person belongs to now; null for strangers and removed people. */
export function audienceOf({ queries }: Composition, state: State, person: PersonId): Audience | null {
  const role = queries.roleOf(state, person);
  return role && { role, place: queries.placeOf(state, person), watches: queries.watchesOf(state, person) };
}

/** What somebody alone sees, by slice. */
export function ownOf(composition: Composition, state: State, person: PersonId): Record<string, unknown> {
  const audience = audienceOf(composition, state, person);
  return Object.fromEntries(
    composition.slices.flatMap(slice =>
      slice.own && audience ? [[slice.name, slice.own(state[slice.name], person, audience)]] : [],
    ),
  );
}

/** The answer to a read, or why there is none. */
export function ask(
  composition: Composition,
  state: State,
  person: PersonId,
  kind: string,
  input: unknown,
  now: number,
): { ok: true; answer: unknown } | { ok: false; refusal: string } {
  const spec = composition.askOf(kind);
  if (!spec) return { ok: false, refusal: 'unknown' };
  const context = composition.contextOf(state, person, now);
  const audience = audienceOf(composition, state, person);
  if (!context || !audience) return { ok: false, refusal: 'not-permitted' };
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) return { ok: false, refusal: 'malformed' };
  const refusal = permit({ by: spec.by, phases: [context.phase] }, parsed.data, context);
  if (refusal) return { ok: false, refusal };
  const [slice = ''] = kind.split('.');
  return { ok: true, answer: spec.answer(state[slice], parsed.data, audience) };
}

/** Where a signal goes that this person sends now; null when they may not, or its form is wrong. */
export function signal(
  composition: Composition,
  state: State,
  person: PersonId,
  spec: SignalSpec,
  input: unknown,
  now: number,
): { input: unknown; to: { room: RoomId } | { person: PersonId } } | null {
  const context = composition.contextOf(state, person, now);
  const parsed = spec.input.safeParse(input);
  if (!context || !parsed.success || permit(spec, parsed.data, context)) return null;
  const { room, to } = parsed.data as { room?: RoomId; to?: PersonId };
  if (spec.to === 'room') return room === undefined ? null : { input: parsed.data, to: { room } };
  return to === undefined ? null : { input: parsed.data, to: { person: to } };
}
