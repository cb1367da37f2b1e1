import { isAnonymous, type Run } from './polls.state.ts';
import { suppressed } from './results/splits.ts';
import type { Dimension } from './sheet.ts';
import { emptyTally, plus, type Tally, tallyOf } from './tally.ts';

/** A result divided by groups, in order of their names; `''` are those whose group nobody knows. */
export type Split = { by: Dimension; groups: readonly { group: string; tally: Tally }[] };

/**
 * The result of a run, divided. Groups that would give somebody away are put together, unless everybody is told who chose
 * what anyway. Null where an anonymous run was not prepared to be divided in this way.
 */
export function splitOf(run: Run, by: Dimension): Split | null {
  const known = made.get(run) ?? new Map<Dimension, Split | null>();
  made.set(run, known);
  if (!known.has(by)) known.set(by, divided(run, by));
  return known.get(by) ?? null;
}

// Everybody who looks at a run asks for the same: its ballots are gone through once for all of them.
const made = new WeakMap<Run, Map<Dimension, Split | null>>();

function divided(run: Run, by: Dimension): Split | null {
  if (isAnonymous(run)) return run.sheet.split === by ? { by, groups: suppressed(run.groups) } : null;
  const cells = cellsOf(run, by);
  return { by, groups: run.sheet.names === 'shown' ? inOrder(cells) : suppressed(cells) };
}

function cellsOf({ sheet, ballots }: Run, by: Dimension): { [group: string]: Tally } {
  const cells: { [group: string]: Tally } = {};
  for (const { ballot, of } of Object.values(ballots)) {
    const group = of[by] ?? '';
    cells[group] = plus(cells[group] ?? emptyTally, tallyOf(sheet, ballot));
  }
  return cells;
}

const inOrder = (cells: { readonly [group: string]: Tally }) =>
  Object.keys(cells)
    .sort()
    .flatMap(group => (cells[group] ? [{ group, tally: cells[group] }] : []));
