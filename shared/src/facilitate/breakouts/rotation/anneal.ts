import type { Round } from './problem.ts';
import { estimate, exchange, move, type Seating } from './seating.ts';

/** How a search is told to stop, what decides by chance in it (0 to below 1), and who is told how far it is (0 to 1). */
export type Drive = { next(): number; isCancelled(): boolean; progress(share: number): void };

/** Steps, and the heat at the first and at the last of them, in units of cost. */
export type Effort = { steps: number; from: number; to: number };

/**
 * Exchanges people in one round or in all, by chance, for as long as it has steps: what makes the seating worse is taken the seldomer the
 * worse it is and the later it comes (simulated annealing, Kirkpatrick, Gelatt, Vecchi 1983). It ends early when `isDone`. Throws when it is
 * cancelled.
 */
export function anneal(seating: Seating, { steps, from, to }: Effort, drive: Drive, isDone: () => boolean): void {
  const { next } = drive;
  const cooling = (to / from) ** (1 / steps);
  let heat = from;
  for (let step = 0; step < steps; step += 1) {
    if (step % 512 === 0) {
      if (drive.isCancelled()) throw new Error('cancelled');
      drive.progress(step / steps);
      if (isDone()) return;
    }
    heat *= cooling;
    tryOne(seating, next, -heat * Math.log(1 - next()));
  }
}

/** Tries a change and keeps it when it costs no more than `most`. */
function tryOne(seating: Seating, next: () => number, most: number): void {
  const { size, meeting, rounds } = seating.problem;
  const pick = (count: number) => Math.floor(next() * count);
  const [one, round, way] = [pick(size), pick(rounds.length), next()];
  const isMeeting = one < meeting;
  const two = isMeeting ? pick(meeting) : meeting + pick(size - meeting);
  if (way < (isMeeting ? 0.05 : 0.5)) tryMove(seating, round, one, pick, most);
  else if (one !== two) tryExchange(seating, way > 0.9 ? null : round, one, two, most);
}

/**
 * Lets two people change places in one round, or in every round (null), so that people who never meet twice go on to never meet
 * twice.
 */
function tryExchange(seating: Seating, round: number | null, one: number, two: number, most: number): void {
  const { problem, room } = seating;
  const { size, rounds } = problem;
  const [first, last] = round === null ? [0, rounds.length - 1] : [round, round];
  let [expected, isWhole] = [0, true];
  for (let at = first; at <= last; at += 1) {
    const [here, there] = [room[at * size + one] as number, room[at * size + two] as number];
    if (here === there) continue;
    expected += estimate(seating, at, one, two);
    if (seating.broken[here] !== 0 || seating.broken[there] !== 0) isWhole = false;
  }
  if (round !== null && isWhole && one < problem.meeting && expected > most) return;
  const before = seating.cost;
  exchangeAll(seating, first, last, one, two);
  if (seating.cost - before > most) exchangeAll(seating, first, last, one, two);
}

function exchangeAll(seating: Seating, first: number, last: number, one: number, two: number): void {
  const { problem, room } = seating;
  for (let round = first; round <= last; round += 1)
    if (room[round * problem.size + one] !== room[round * problem.size + two]) exchange(seating, round, one, two);
}

function tryMove(seating: Seating, round: number, one: number, pick: (count: number) => number, most: number): void {
  const { problem, room, first } = seating;
  const { rooms, least, most: largest } = problem.rounds[round] as Round;
  const from = room[round * problem.size + one] as number;
  const to = (first[round] as number) + pick(rooms);
  if (from === to || (least === largest && one < problem.meeting)) return;
  const before = seating.cost;
  move(seating, round, one, to);
  if (seating.cost - before > most) move(seating, round, one, from);
}
