import { groupedBy } from '../../../kernel/grouped.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { exposureOf, groupedExposure } from './exposure.ts';
import { repliesOf } from './replies.ts';
import { spokenIn, type Told, voicesOf } from './told.ts';

/** What people of one town said to those of another: seconds heard, added up over pairs of people, and replies. */
export type Cell = { heard: number; replied: number };

/**
 * Town by town, what was said by the people of each row and heard, or replied to, by those of each column. Towns with fewer
 * than `limits.smallestGroup` voices are one row together, named null; where even these are fewer, they are left out
 * (features 5.7). `people`: how many voices each row has.
 */
export type Matrix = { towns: readonly { town: string | null; people: number }[]; cells: readonly (readonly Cell[])[] };

/** The matrix of what is told. */
export function matrixOf(told: Told): Matrix {
  const { voices } = voicesOf(told.stays, spokenIn(told.turns));
  const sizes = groupedBy(
    voices.filter(({ of }) => of.municipality !== null),
    ({ of }) => of.municipality,
  );
  const rowOf = new Map<PersonId, string>();
  for (const [town, people] of sizes)
    for (const { person } of people)
      rowOf.set(person, people.length >= limits.smallestGroup && town !== null ? town : others);
  const rows = [...groupedBy(rowOf.values(), row => row)]
    .filter(([, { length }]) => length >= limits.smallestGroup)
    .map(([row, { length }]) => ({ row, people: length }))
    .sort((a, b) => Number(a.row === others) - Number(b.row === others) || (a.row < b.row ? -1 : 1));
  const heard = groupedExposure(exposureOf(told.turns, told.stays), person => rowOf.get(person) ?? null);
  const replied = groupedExposure(repliesOf(told), person => rowOf.get(person) ?? null);
  return {
    towns: rows.map(({ row, people }) => ({ town: row === others ? null : row, people })),
    cells: rows.map(({ row }) =>
      rows.map(({ row: column }) => ({
        heard: (heard.get(row)?.get(column) ?? 0) / 1_000,
        replied: replied.get(row)?.get(column) ?? 0,
      })),
    ),
  };
}

/** No town has this name: it has no country. */
const others = '';
