import { limits } from '../../limits.ts';
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

/**
 * What a number of municipalities say when each has the same weight: a municipality's tally is divided by its voters. `voters`
 * is the number of municipalities that voted.
 */
export function weighted(tallies: Iterable<Tally>): Tally {
  let all = emptyTally;
  for (const { voters, sums } of tallies) {
    if (voters === 0) continue;
    const shares = Object.fromEntries(Object.entries(sums).map(([key, sum]) => [key, sum / voters]));
    all = plus(all, { voters: 1, sums: shares });
  }
  return all;
}

/** True when so many have voted that a secret result gives nobody away by its size alone. */
export const isEnough = ({ voters }: Tally): boolean => voters >= limits.smallestCell;
