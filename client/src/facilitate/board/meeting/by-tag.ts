import type { ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import type { BoxedThing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { groupedBy } from '@multaqa/shared/kernel/grouped';

/** Between two things of a column, and between two columns, in units of the board. */
const gap = 20;
const between = 60;

/**
 * Things in columns by their first tag, the largest column first, those without any tag last; from the corner where they lie now, in the
 * order in which they lie from top to bottom.
 */
export function byTag(things: readonly BoxedThing[], direction: 'ltr' | 'rtl'): Map<ThingId, ThingChange> {
  const changes = new Map<ThingId, ThingChange>();
  const [first] = things;
  if (!first) return changes;
  const top = Math.min(...things.map(({ at: [, y] }) => y));
  const lefts = things.map(({ at: [x] }) => x);
  const rights = things.map(({ at: [x, , width] }) => x + width);
  let edge = direction === 'ltr' ? Math.min(...lefts) : Math.max(...rights);
  for (const column of columnsOf(things)) {
    const width = Math.max(...column.map(({ at }) => at[2]));
    const left = direction === 'ltr' ? edge : edge - width;
    let y = top;
    for (const { id, at } of column) {
      const [, , wide, high, turn] = at;
      changes.set(id, { at: [left, y, wide, high, turn] });
      y += high + gap;
    }
    edge += (direction === 'ltr' ? 1 : -1) * (width + between);
  }
  return changes;
}

function columnsOf(things: readonly BoxedThing[]): BoxedThing[][] {
  const inOrder = [...things].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0] || (a.id < b.id ? -1 : 1));
  const columns = [...groupedBy(inOrder, ({ tags }) => tags[0] ?? '')];
  const rank = ([tag, column]: (typeof columns)[number]) => (tag === '' ? -1 : column.length);
  return columns.sort((a, b) => rank(b) - rank(a) || (a[0] < b[0] ? -1 : 1)).map(([, column]) => column);
}
