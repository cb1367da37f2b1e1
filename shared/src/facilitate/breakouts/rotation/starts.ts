import { designOf } from './design.ts';
import type { Problem, Round } from './problem.ts';

/** Rooms by chance, even ones. */
export const byChance = (problem: Problem, next: () => number): Int32Array[] =>
  problem.rounds.map(({ rooms }) => {
    const order = shuffled(problem.meeting, next);
    return dealt(problem, rooms, person => (order[person] as number) % rooms, next);
  });

/** People who speak the same in the same rooms, as far as rooms are large. */
export const byLanguage = (problem: Problem, next: () => number): Int32Array[] => {
  const { meeting, speaks, rounds } = problem;
  const order = shuffled(meeting, next).sort((a, b) => (speaks[a] as number) - (speaks[b] as number));
  const rank = new Int32Array(meeting);
  order.forEach((person, at) => {
    rank[person] = at;
  });
  return rounds.map(({ rooms }) =>
    dealt(problem, rooms, person => Math.floor(((rank[person] as number) * rooms) / meeting), next),
  );
};

/** Rounds of a design as far as it goes and those after it by chance, with people at its places by chance; null where there is none. */
export function fromDesign(problem: Problem, next: () => number): Int32Array[] | null {
  const { meeting, rounds } = problem;
  const [{ rooms }] = rounds as [Round];
  if (rounds.some(round => round.rooms !== rooms)) return null;
  const design = designOf(meeting, rooms, Math.min(rounds.length, rooms));
  if (!design) return null;
  const order = shuffled(meeting, next);
  return byChance(problem, next).map((chance, round) => {
    const room = design[round];
    return room ? dealt(problem, rooms, person => room[order[person] as number] as number, next) : chance;
  });
}

/** The room of each person; interpreters by chance. */
const dealt = (
  { size, meeting }: Problem,
  rooms: number,
  roomOf: (person: number) => number,
  next: () => number,
): Int32Array =>
  Int32Array.from({ length: size }, (_, person) => (person < meeting ? roomOf(person) : Math.floor(next() * rooms)));

/** The numbers from 0 to below `count` in an order that chance gives (Durstenfeld 1964). */
function shuffled(count: number, next: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
