import { limits } from '../../../limits.ts';
import { emptyTally, plus, type Tally } from '../tally.ts';

/** The group of those whose own group is too small to be told. */
export const others = 'others';

/** What the members of a group say together. */
export type Cell = { group: string; tally: Tally };

/**
 * A result divided by groups that gives nobody away by their number: groups of fewer than five voters are put together as
 * `others`. Where these are still fewer than five, they could be found as what is missing from the whole, so that the smallest of the groups
 * that could be told goes with them, until they are enough (complementary suppression; Willenborg, de Waal 2001). What can
 * be seen or computed is then never about fewer than five people. It does not hide what all members of a group agree on. In order of the
 * groups' names; empty where there would be one group alone, which is the whole.
 */
export function suppressed(cells: { readonly [group: string]: Tally }): Cell[] {
  const voted = Object.entries(cells)
    .map(([group, tally]): Cell => ({ group, tally }))
    .filter(({ tally }) => tally.voters > 0)
    .sort((a, b) => a.tally.voters - b.tally.voters || (a.group < b.group ? -1 : 1));
  const hidden = voted.filter(({ group, tally }) => group === others || tally.voters < limits.smallestCell);
  const told = voted.filter(cell => !hidden.includes(cell));
  while (hidden.length > 0 && votersOf(hidden) < limits.smallestCell && told.length > 0)
    hidden.push(...told.splice(0, 1));
  const rest = hidden.length > 0 ? [{ group: others, tally: together(hidden) }] : [];
  const all = [...told, ...rest].sort((a, b) => (a.group < b.group ? -1 : 1));
  return all.length > 1 ? all : [];
}

const votersOf = (cells: readonly Cell[]) => cells.reduce((all, { tally }) => all + tally.voters, 0);
const together = (cells: readonly Cell[]) => cells.reduce((all, { tally }) => plus(all, tally), emptyTally);
