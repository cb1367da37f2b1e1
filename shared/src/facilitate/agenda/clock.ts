import type { Id } from '../../kernel/ids.ts';

/** A block with its length in whole minutes. */
export type Planned = { block: Id; minutes: number };

/** A block that is shortened keeps half of its planned time at least: below it, hosts leave it out rather than hurry through it. */
const leastShare = 0.5;
const minute = 60_000;

/** The shortest time that a block is given, in minutes. */
export const leastOf = (minutes: number): number => Math.ceil(minutes * leastShare);

/** The minutes of these blocks together. */
export const minutesOf = (blocks: readonly Planned[]): number => blocks.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * The blocks as they fit into so many minutes. What is missing is taken from each in proportion to what it can give,
 * in whole minutes by the largest remainders (Hamilton's method), and never below `leastOf`; nothing is made longer.
 */
export function fitted(blocks: readonly Planned[], available: number): Planned[] {
  const given = blocks.map(({ minutes }) => minutes - leastOf(minutes));
  const most = given.reduce((sum, one) => sum + one, 0);
  const missing = Math.min(most, Math.max(0, minutesOf(blocks) - Math.max(0, Math.floor(available))));
  if (missing === 0) return [...blocks];
  const exact = given.map(one => (one * missing) / most);
  const taken = exact.map(Math.floor);
  const left = missing - taken.reduce((sum, one) => sum + one, 0);
  const next = exact
    .map((one, at) => ({ at, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, left);
  for (const { at } of next) taken[at] = (taken[at] ?? 0) + 1;
  return blocks.map(({ block, minutes }, at) => ({ block, minutes: minutes - (taken[at] ?? 0) }));
}

/** Where an agenda stands. Instants in ms since the epoch. */
export type Standing = {
  /** When the block that goes on is to end. */
  endsAt: number;
  /** What comes after it, as planned. */
  ahead: readonly Planned[];
  /** When the session is to end. */
  closesAt: number;
};

export type Clock = {
  /** What is left of the block in ms; below zero once its time is over. */
  left: number;
  /** What comes, with the time that each still gets. */
  ahead: readonly Planned[];
  /** Minutes that what comes loses, so that the session ends in time. */
  shortened: number;
  /** Minutes by which the session will end too late although everything that comes is shortened. */
  late: number;
  /** Up to this instant, moving on still lets the session end in time. */
  hurtsAt: number;
};

/** What the time does to the rest of the session, at the instant `now`. The end of the session stays as long as that is possible. */
export function clockOf({ endsAt, ahead, closesAt }: Standing, now: number): Clock {
  const goesOnUntil = Math.max(now, endsAt);
  const after = fitted(ahead, (closesAt - goesOnUntil) / minute);
  const end = goesOnUntil + minutesOf(after) * minute;
  return {
    left: endsAt - now,
    ahead: after,
    shortened: minutesOf(ahead) - minutesOf(after),
    late: Math.max(0, Math.ceil((end - closesAt) / minute)),
    hurtsAt: closesAt - ahead.reduce((sum, { minutes }) => sum + leastOf(minutes), 0) * minute,
  };
}

/** When a block ends that begins now, before these others. */
export function endOf(block: Planned, ahead: readonly Planned[], closesAt: number, now: number): number {
  const [first = block] = fitted([block, ...ahead], (closesAt - now) / minute);
  return now + first.minutes * minute;
}

/** When a block ends that is given so many minutes more; where its time is over, they count from now. */
export const extendedEnd = (endsAt: number, minutes: number, now: number): number =>
  Math.max(now, endsAt) + minutes * minute;
