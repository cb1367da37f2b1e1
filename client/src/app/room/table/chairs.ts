/** Chairs round a table, clockwise from the one in front; null is a free one. */
export type Chairs = readonly (string | null)[];

/** Somebody, or a town, that has a chair; those of one group sit together. */
export type Sitting = { key: string; group: string };

/**
 * Gives chairs to those who are here, in their order. Nobody who sits changes their chair while a free one is near
 * where the newcomer belongs; otherwise those between it and the next free chair move by one. Without any free chair the
 * table grows, and everybody keeps their neighbours.
 */
export function seatPeople(before: Chairs, people: readonly Sitting[]): Chairs {
  const keys = people.map(({ key }) => key);
  const kept = before.map(key => (key !== null && keys.includes(key) ? key : null));
  const sitting = kept.filter(key => key !== null);
  const isSameOrder = keys.filter(key => sitting.includes(key)).every((key, at) => sitting[at] === key);
  const isTooWide = kept.length > 2 * keys.length + 4;
  if (keys.length < 3 || kept[0] !== keys[0] || !isSameOrder || isTooWide) return spread(people);
  let chairs: Chairs = kept;
  for (const [at, key] of keys.entries()) {
    if (chairs.includes(key)) continue;
    const next = chairs.includes(null) ? place(chairs, key, chairs.indexOf(keys[at - 1] ?? null)) : null;
    if (next === null) return spread(people);
    chairs = next;
  }
  return chairs;
}

/** Puts somebody after the chair at `after`: on it if it is free, or between, by moving those up to the nearest free chair. */
function place(chairs: Chairs, key: string, after: number): Chairs {
  const seats = [...chairs];
  const forward = seats.indexOf(null, after + 1);
  const backward = seats.lastIndexOf(null, after);
  const isForward = forward !== -1 && (backward === -1 || forward - after <= after - backward);
  if (isForward) {
    seats.splice(forward, 1);
    seats.splice(after + 1, 0, key);
  } else {
    seats.splice(backward, 1);
    seats.splice(after, 0, key);
  }
  return seats;
}

/** Everybody in their order, with a free chair here and there at the ends of groups for those who will come. */
function spread(people: readonly Sitting[]): Chairs {
  const free = people.length < 8 ? 0 : Math.round(people.length / 12);
  const every = people.length / Math.max(1, free);
  const chairs: (string | null)[] = [];
  let given = 0;
  for (const [at, { key, group }] of people.entries()) {
    chairs.push(key);
    const isEnd = people[at + 1]?.group !== group;
    const isDue = at + 1 >= (given + (isEnd ? 0.5 : 1)) * every;
    if (given < free && isDue) {
      chairs.push(null);
      given += 1;
    }
  }
  return chairs;
}
