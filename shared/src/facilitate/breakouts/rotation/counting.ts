import type { Guest } from '../guest.ts';
import type { Problem } from './problem.ts';

/** A few of many, the first and the last among them. */
export function fewOf<Item>(items: readonly Item[], most: number): Item[] {
  const few = Math.min(items.length, most);
  const step = (items.length - 1) / Math.max(1, few - 1);
  return Array.from({ length: few }, (_, at) => items[Math.round(at * step)] as Item);
}

/** True when counting alone tells that no round can be like this. */
export function isContradictory(problem: Problem): boolean {
  const { meeting, rounds, rules, facilitators } = problem;
  const [round] = rounds;
  if (!round) return false;
  const { rooms, least, most } = round;
  // A room has at least as many people as are left over when all others are full.
  const smallest = Math.max(least, meeting - (rooms - 1) * most);
  return (
    rooms * least > meeting ||
    rooms * most < meeting ||
    (rules.facilitator && facilitators < rooms) ||
    largestCircle(problem) > rooms ||
    (rules.sharedLanguage && isSomebodyAlone(problem, smallest))
  );
}

/** How many people are found who must all be apart from each other. */
function largestCircle({ enemies }: Problem): number {
  let largest = 0;
  enemies.forEach((against, person) => {
    const circle = [person];
    for (const other of against) if (circle.every(one => enemies[one]?.includes(other))) circle.push(other);
    largest = Math.max(largest, circle.length);
  });
  return largest;
}

/** True when somebody shares no language with enough people for a room of this size, and nobody interprets for them. */
function isSomebodyAlone({ guests, meeting }: Problem, size: number): boolean {
  const people = guests.slice(0, meeting);
  const unknown = people.filter(({ languages }) => languages.length === 0).length;
  const canHelp = (guest: Guest) =>
    guests
      .slice(meeting)
      .some(({ languages }) => languages.length === 0 || languages.some(one => guest.languages.includes(one)));
  return people.some(guest => {
    if (guest.languages.length === 0 || canHelp(guest)) return false;
    const company = guest.languages.map(language => people.filter(other => other.languages.includes(language)).length);
    return Math.max(...company) + unknown < size;
  });
}
