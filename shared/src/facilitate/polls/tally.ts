import type { Sums } from './kinds/kind.ts';
import { type Ballot, kindOf } from './kinds/kinds.ts';
import { optionsOf, type Sheet } from './sheet.ts';

/** What a number of ballots say together. Every result is told from tallies alone. */
export type Tally = { readonly voters: number; readonly sums: Sums };

export const emptyTally: Tally = { voters: 0, sums: {} };

/** The tally of one ballot. */
export function tallyOf(sheet: Pick<Sheet, 'options' | 'design'>, ballot: Ballot): Tally {
  const sums: Record<string, number> = {};
  for (const [key, amount] of kindOf(sheet.design).marks(sheet.design, optionsOf(sheet), ballot))
    sums[key] = (sums[key] ?? 0) + amount;
  return { voters: 1, sums };
}

/** Two tallies together; `times` -1 takes the second one away. Keys whose sum is 0 are gone. */
export function plus(one: Tally, other: Tally, times = 1): Tally {
  const sums: Record<string, number> = { ...one.sums };
  for (const [key, amount] of Object.entries(other.sums)) {
    const sum = (sums[key] ?? 0) + amount * times;
    if (sum === 0) delete sums[key];
    else sums[key] = sum;
  }
  return { voters: one.voters + other.voters * times, sums };
}
