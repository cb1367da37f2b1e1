import type { OptionId } from '../kinds/kind.ts';
import type { Sheet } from '../sheet.ts';
import type { Tally } from '../tally.ts';
import { resultOf } from './read-result.ts';

/** The value of an option in an earlier run and in a later one, in the unit of the result. */
export type Change = { option: OptionId; before: number | null; after: number | null; change: number | null };

/** One run of a poll as it was asked, and what came of it. */
export type Answered = { sheet: Pick<Sheet, 'options' | 'design'>; tally: Tally };

/**
 * How the values of options have changed from one run to another, in the order of the later one. An option that one of the runs
 * did not have has no value there. Null for runs that can't be compared: of different kinds, on different scales, or without values.
 */
export function comparedTo(before: Answered, after: Answered): Change[] | null {
  if (!isComparable(before.sheet, after.sheet)) return null;
  const earlier = resultOf(before.sheet, before.tally);
  const later = resultOf(after.sheet, after.tally);
  if (later.unit === 'place' || later.items.length === 0) return null;
  const was = new Map<OptionId, number | null>(earlier.items.map(({ option, value }) => [option, value]));
  return later.items.map(({ option, value }) => {
    const old = was.get(option) ?? null;
    return { option, before: old, after: value, change: old === null || value === null ? null : value - old };
  });
}

// Scores of rankings depend on how many places there are, means on the ends of the scale.
const isComparable = (before: Answered['sheet'], after: Answered['sheet']) =>
  before.design.kind === after.design.kind &&
  (after.design.kind === 'quiz' || after.design.kind === 'multiple' || sameDesign(before.design, after.design)) &&
  (after.design.kind !== 'ranking' || before.options.length === after.options.length);

const sameDesign = (one: object, other: object) =>
  Object.entries(one).every(([key, value]) => (other as Record<string, unknown>)[key] === value);
