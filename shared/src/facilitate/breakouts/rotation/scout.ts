import { anneal, type Drive } from './anneal.ts';
import type { Problem } from './problem.ts';
import { isBroken, roomsOf, seat } from './seating.ts';
import { byChance, byLanguage } from './starts.ts';

/** The room of each person in a round that keeps every rule, without regard to who meets whom; null when none was found. */
export function scout(whole: Problem, drive: Drive): Int32Array | null {
  const [round] = whole.rounds;
  if (!round || round.least > round.most) return null;
  const problem = { ...whole, rounds: [round] };
  const effort = { steps: Math.min(60_000, 400 * problem.size), from: 400, to: 4 };
  for (const start of [byChance, byLanguage, byChance]) {
    const seating = seat(problem, start(problem, drive.next));
    anneal(seating, effort, drive, () => !isBroken(seating));
    if (!isBroken(seating)) return roomsOf(seating)[0] ?? null;
  }
  return null;
}
