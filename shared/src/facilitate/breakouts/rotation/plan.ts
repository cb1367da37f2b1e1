import { chances } from '../../../kernel/chances.ts';
import { limits } from '../../../limits.ts';
import { type DealtRoom, roomOf } from '../dealing/seats.ts';
import { evenSizes } from '../dealing/sizes.ts';
import { type Guest, meets } from '../guest.ts';
import { anneal, type Drive, type Effort } from './anneal.ts';
import { type Conflict, conflictIn } from './conflict.ts';
import { fewOf, isContradictory } from './counting.ts';
import type { Before } from './coverage.ts';
import { type Problem, problemOf, type Round } from './problem.ts';
import { scout } from './scout.ts';
import { isBroken, leastCost, roomsOf, type Seating, seat } from './seating.ts';
import { type RotationSettings, rulesOf } from './settings.ts';
import { byChance, fromDesign } from './starts.ts';

/** What a rotation is asked for. */
export type Wanted = {
  /** How many rounds are to be planned. */
  rounds: number;
  settings: Omit<RotationSettings, 'sessions'>;
  /** Who has met already, or is to meet in rounds that stay as they are. */
  before: Before;
};

/** `rounds`: the rooms of each round, the larger ones first. */
export type Rotation =
  | { status: 'planned'; rounds: readonly (readonly DealtRoom[])[] }
  | ({ status: 'impossible' } & Conflict)
  /** There is nobody, or no round. */
  | { status: 'nothing' };

export type PlanControl = { progress(done: number, total: number): void; isCancelled(): boolean };

/**
 * Plans rounds in which people meet whom they have not met, and towns too, keeping every rule. Everybody who meets has a room in each round;
 * interpreters are where they are needed. The same guests and wishes give the same rounds, in whichever order people come. Throws when it
 * is cancelled.
 */
export function planRotation(guests: readonly Guest[], wanted: Wanted, control: PlanControl): Rotation {
  const meeting = guests.filter(meets).length;
  const { settings, before } = wanted;
  if (meeting === 0 || wanted.rounds === 0) return { status: 'nothing' };
  const drive: Drive = { next: chances(settings.seed), isCancelled: control.isCancelled, progress: () => {} };
  const problem = problemOf(guests, [], rulesOf(settings), before);
  for (const round of roundsFor(problem, settings)) {
    const kept = scout({ ...problem, rounds: [round] }, drive);
    if (!kept) continue;
    const rounds = Array.from({ length: wanted.rounds }, () => round);
    const found = search(
      { ...problem, rounds },
      rounds.map(() => kept),
      ...([drive, control] as const),
    );
    return { status: 'planned', rounds: described(found) };
  }
  return { status: 'impossible', ...conflictIn(guests, settings, drive) };
}

/** Numbers of rooms that are tried with sizes that become less even until rules are kept, and those that are tried after them. */
const nearCounts = 3;
const otherCounts = 4;

/**
 * Rounds in the order in which they are tried: first of as many rooms as come nearest to the size that is aimed at, and of even ones; then of
 * other numbers of rooms. What counting alone tells to be impossible is left out.
 */
function roundsFor(problem: Problem, { size, smallest, largest }: Wanted['settings']): Round[] {
  const { meeting } = problem;
  const off = (rooms: number) => Math.abs(meeting / rooms - size);
  const counts = Array.from({ length: Math.min(limits.breakouts, meeting) }, (_, at) => at + 1)
    .filter(rooms => !isContradictory({ ...problem, rounds: [{ rooms, least: smallest, most: largest }] }))
    .sort((a, b) => off(a) - off(b) || b - a);
  const round = (rooms: number, more: number): Round => {
    const sizes = evenSizes(meeting, rooms);
    const [least, most] = [(sizes.at(-1) ?? 0) - more, (sizes[0] ?? 0) + more];
    return { rooms, least: Math.max(smallest, least), most: Math.min(largest, most) };
  };
  const rounds = [
    ...counts.slice(0, nearCounts).flatMap(rooms => [0, 1, 3, meeting].map(more => round(rooms, more))),
    ...fewOf(counts.slice(nearCounts), otherCounts).map(rooms => round(rooms, meeting)),
  ];
  const keys = rounds.map(({ rooms, least, most }) => `${rooms} ${least} ${most}`);
  return rounds.filter((_, at) => keys.indexOf(keys[at] as string) === at);
}

/** Steps for so many seats, fewer where rooms are large, so that 400 people take a few seconds. */
function effortFor({ meeting, rounds }: Problem): Effort {
  const size = meeting / (rounds[0]?.rooms ?? 1);
  const steps = Math.round(Math.min(1_000 * meeting * rounds.length, 1_000_000, 10_000_000 / Math.max(4, size)));
  return { steps, from: 15, to: 1 };
}

/**
 * The best of several searches: from a design in which nobody meets twice, where there is one, and from what chance gives. What keeps the
 * rules in one round keeps them in all: from there no rule is broken again, should the others fail.
 */
function search(problem: Problem, kept: readonly Int32Array[], drive: Drive, control: PlanControl): Seating {
  const least = leastCost(problem);
  const effort = effortFor(problem);
  const improved = (start: readonly Int32Array[], at: number, total: number) => {
    const seating = seat(problem, start);
    const progress = (share: number) => control.progress(at + share, total);
    anneal(seating, effort, { ...drive, progress }, () => seating.cost <= least);
    return seating;
  };
  const starts = [fromDesign(problem, drive.next), byChance(problem, drive.next)].filter(start => start !== null);
  const found: Seating[] = [];
  starts.forEach((start, at) => {
    if (!found.some(({ cost }) => cost <= least)) found.push(improved(start, at, starts.length));
  });
  if (found.every(isBroken)) found.push(improved(kept, 0, 1));
  control.progress(1, 1);
  const [best] = [...found, seat(problem, kept)].sort((a, b) => a.cost - b.cost);
  return best as Seating;
}

/** Seats as rooms with people. */
function described(seating: Seating): DealtRoom[][] {
  const { guests, rounds } = seating.problem;
  const first = ({ people }: DealtRoom) => people[0] ?? '';
  return roomsOf(seating).map((roomAt, round) =>
    Array.from({ length: rounds[round]?.rooms ?? 0 }, (_, room) =>
      roomOf(
        guests.filter((_guest, person) => roomAt[person] === room),
        null,
      ),
    ).sort((a, b) => b.people.length - a.people.length || (first(a) < first(b) ? -1 : 1)),
  );
}
