import { without } from '../../kernel/entries.ts';
import type { PersonId, RoomId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { Grouping, Places, Step } from './breakouts.state.ts';

function afterStep(places: Places, step: Step): Places {
  const after = new Map(Object.entries(places));
  for (const [person, room] of Object.entries(step)) {
    if (room === null) after.delete(person);
    else after.set(person, room);
  }
  return Object.fromEntries(after);
}

const reverseOf = (places: Places, step: Step): Step =>
  Object.fromEntries(Object.keys(step).map(person => [person, places[person] ?? null]));

/** A grouping after somebody changed who goes where; what had been taken back cannot be done again after that. */
export const placed = (before: Grouping, step: Step): Grouping => ({
  ...before,
  places: afterStep(before.places, step),
  past: [...before.past, reverseOf(before.places, step)].slice(-limits.undoSteps),
  future: [],
});

/** The last change of places taken back. */
export function undone(before: Grouping): Grouping {
  const step = before.past.at(-1);
  if (!step) return before;
  const future = [...before.future, reverseOf(before.places, step)];
  return { ...before, places: afterStep(before.places, step), past: before.past.slice(0, -1), future };
}

/** What was taken back last, done again. */
export function redone(before: Grouping): Grouping {
  const step = before.future.at(-1);
  if (!step) return before;
  const past = [...before.past, reverseOf(before.places, step)];
  return { ...before, places: afterStep(before.places, step), past, future: before.future.slice(0, -1) };
}

/** The step from these places to those: everybody of either. */
export const stepTo = (before: Places, after: Places): Step =>
  Object.fromEntries(Object.keys({ ...before, ...after }).map(person => [person, after[person] ?? null]));

/** The places without those of one room. */
export const withoutRoom = (places: Places, room: RoomId): Places =>
  Object.fromEntries(Object.entries(places).filter(([, at]) => at !== room));

/** Where somebody belongs, with one more or none. */
export const withPlace = (places: Places, person: PersonId, room: RoomId | null): Places =>
  room === null ? without(places, person) : { ...places, [person]: room };
