import { evenSizes } from '../dealing/sizes.ts';
import { brokenIn } from './broken.ts';
import type { Problem, Round } from './problem.ts';

/** Who sits where in all rounds, while a search changes it. Rooms are numbered through all rounds. */
export type Seating = {
  problem: Problem;
  /** The round of each room, and the first room of each round. */
  roundOf: readonly Round[];
  first: readonly number[];
  /** The room of each person in each round: round * size + person. */
  room: Int32Array;
  /** The people of each room, where each of them stands there, and how many there are. */
  people: readonly Int32Array[];
  place: Int32Array;
  filled: Int32Array;
  /** How often each two, and people of each two towns, meet, with what was before. */
  met: Uint16Array;
  townsMet: Uint16Array;
  /** How far rules are broken in each room, in people. */
  broken: Int32Array;
  /** What all of it costs: to be as small as it can be. */
  cost: number;
};

/** What it costs to meet once more: first again, then each time after that. */
const again = 30;
const yetAgain = 10;
/** What two towns that meet first are worth, and what each meeting of them after that costs. */
const newTowns = 12;
const sameTowns = 0.5;
/** What it costs that interpreters share a room. */
const crowded = 4;
/** What one broken rule costs: more than any exchange gains. */
const penalty = 1_000;

const meetingCost = (times: number): number => (times === 0 ? 0 : again + yetAgain * (times - 1));
const townCost = (times: number): number => (times === 0 ? -newTowns : sameTowns * times);

/** Seats people, `roomOf` being the room of each person in each round, numbered within the round. */
export function seat(problem: Problem, roomOf: readonly Int32Array[]): Seating {
  const { size, rounds } = problem;
  const roundOf = rounds.flatMap(round => Array.from({ length: round.rooms }, () => round));
  const seating: Seating = {
    ...{ problem, roundOf },
    first: rounds.map((_, at) => rounds.slice(0, at).reduce((sum, { rooms }) => sum + rooms, 0)),
    room: new Int32Array(rounds.length * size),
    people: roundOf.map(() => new Int32Array(size)),
    place: new Int32Array(rounds.length * size),
    filled: new Int32Array(roundOf.length),
    met: problem.met.slice(),
    townsMet: problem.townsMet.slice(),
    broken: new Int32Array(roundOf.length),
    cost: 0,
  };
  rounds.forEach((_, round) => {
    for (let person = 0; person < size; person += 1)
      enter(seating, round, person, (seating.first[round] as number) + (roomOf[round]?.[person] ?? 0));
  });
  roundOf.forEach((_, room) => {
    judge(seating, room);
  });
  return seating;
}

/** The room of each person in each round, numbered within the round. */
export const roomsOf = ({ problem: { size, rounds }, room, first }: Seating): Int32Array[] =>
  rounds.map((_, round) => room.slice(round * size, (round + 1) * size).map(one => one - (first[round] as number)));

/**
 * What no seating can be better than: everybody meets new people from new towns. Sizes are the most even ones, so that seatings which
 * reach it are as good as any.
 */
export function leastCost({ meeting, rounds }: Problem): number {
  const pairs = rounds.flatMap(({ rooms }) => evenSizes(meeting, rooms)).map(size => (size * (size - 1)) / 2);
  return -newTowns * pairs.reduce((sum, count) => sum + count, 0);
}

/** True while some rule is broken. */
export const isBroken = ({ broken }: Seating): boolean => broken.some(people => people > 0);

/** Exchanges two people of different rooms in a round. The same again takes it back. */
export function exchange(seating: Seating, round: number, one: number, two: number): void {
  const { room, problem } = seating;
  const [here, there] = [room[round * problem.size + one] as number, room[round * problem.size + two] as number];
  leave(seating, round, one, here);
  leave(seating, round, two, there);
  enter(seating, round, one, there);
  enter(seating, round, two, here);
  if (isSameToRules(problem, one, two)) return;
  judge(seating, here);
  judge(seating, there);
}

/** Moves somebody to another room of a round. */
export function move(seating: Seating, round: number, one: number, to: number): void {
  const from = seating.room[round * seating.problem.size + one] as number;
  leave(seating, round, one, from);
  enter(seating, round, one, to);
  judge(seating, from);
  judge(seating, to);
}

/**
 * About what an exchange changes, rules not looked at and as if nobody else moved. It is read from what stands there, so that most exchanges
 * that are not worth it need not be tried.
 */
export function estimate(seating: Seating, round: number, one: number, two: number): number {
  const { problem, room } = seating;
  const { size } = problem;
  const [here, there] = [room[round * size + one] as number, room[round * size + two] as number];
  return estimateIn(seating, here, one, two) + estimateIn(seating, there, two, one);
}

/** What it changes in a room that somebody goes and somebody else comes. */
function estimateIn(seating: Seating, at: number, goes: number, comes: number): number {
  const { problem, people, filled, met } = seating;
  const { size, meeting, dislike, town } = problem;
  const there = people[at] as Int32Array;
  const count = filled[at] as number;
  const [from, to] = [town[goes] as number, town[comes] as number];
  let change = 0;
  for (let place = 0; place < count; place += 1) {
    const other = there[place] as number;
    if (other === goes || other >= meeting) continue;
    const [old, fresh] = [goes * size + other, comes * size + other];
    change += meetingCost(met[fresh] as number) - meetingCost((met[old] as number) - 1);
    change += (dislike[fresh] as number) - (dislike[old] as number);
    if (from !== to) change += townChange(seating, town[other] as number, from, to);
  }
  return change;
}

/** What it changes for a town to meet another one in place of a third. */
function townChange({ problem: { towns }, townsMet }: Seating, own: number, from: number, to: number): number {
  if (own < 0) return 0;
  const gone = from < 0 || from === own ? 0 : Math.max(0, townCost((townsMet[own * towns + from] as number) - 1));
  const come = to < 0 || to === own ? 0 : townCost(townsMet[own * towns + to] as number);
  return come - gone;
}

/** True when no rule tells two people apart. */
const isSameToRules = ({ speaks, guests, enemies }: Problem, one: number, two: number): boolean =>
  speaks[one] === speaks[two] &&
  guests[one]?.role === guests[two]?.role &&
  enemies[one]?.length === 0 &&
  enemies[two]?.length === 0;

function judge(seating: Seating, room: number): void {
  const { problem, roundOf, people, filled } = seating;
  const now = brokenIn(problem, roundOf[room] as Round, people[room] as Int32Array, filled[room] as number);
  seating.cost += penalty * (now - (seating.broken[room] as number));
  seating.broken[room] = now;
}

function enter(seating: Seating, round: number, person: number, room: number): void {
  meetAll(seating, person, room, 1);
  const slot = round * seating.problem.size + person;
  const last = seating.filled[room] as number;
  (seating.people[room] as Int32Array)[last] = person;
  seating.place[slot] = last;
  seating.room[slot] = room;
  seating.filled[room] = last + 1;
}

function leave(seating: Seating, round: number, person: number, room: number): void {
  const { people, place, filled, problem } = seating;
  const there = people[room] as Int32Array;
  const last = (filled[room] as number) - 1;
  const at = place[round * problem.size + person] as number;
  const moved = there[last] as number;
  there[at] = moved;
  place[round * problem.size + moved] = at;
  filled[room] = last;
  meetAll(seating, person, room, -1);
}

/** Lets somebody meet everybody of a room once more, or once less; they are not in it themselves. */
function meetAll(seating: Seating, person: number, room: number, by: 1 | -1): void {
  const { problem, people, filled, met, townsMet } = seating;
  const { size, meeting, dislike, town, towns } = problem;
  const there = people[room] as Int32Array;
  const count = filled[room] as number;
  const from = town[person] as number;
  let cost = 0;
  for (let at = 0; at < count; at += 1) {
    const other = there[at] as number;
    if (person >= meeting || other >= meeting) {
      if (person >= meeting && other >= meeting) cost += crowded;
      continue;
    }
    const pair = person * size + other;
    const before = met[pair] as number;
    cost += meetingCost(by > 0 ? before : before - 1) + (dislike[pair] as number);
    met[pair] = before + by;
    met[other * size + person] = before + by;
    const to = town[other] as number;
    if (from < 0 || to < 0 || from === to) continue;
    const times = townsMet[from * towns + to] as number;
    cost += townCost(by > 0 ? times : times - 1);
    townsMet[from * towns + to] = times + by;
    townsMet[to * towns + from] = times + by;
  }
  seating.cost += by * cost;
}
