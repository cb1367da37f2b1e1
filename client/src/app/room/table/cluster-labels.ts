import type { Box } from '../layouts/grid.ts';
import type { Seat } from './arrange.ts';
import { type Axes, isOnTable, type Point, reachOf } from './curve.ts';
import type { TablePlan } from './plan-table.ts';

/** A cluster on the table, near the seats of its people: its name beside its mark, or the mark alone. `at` is the middle, in CSS px from the middle of the table. */
export type ClusterLabel = { cluster: string; form: 'name' | 'mark'; at: Point; box: Box };

/** The size of a mark, the most that a name takes beside it, and the height of both, in CSS px. */
export const markSize = 18;
const widest = 168;
const padding = 20;
const height = 28;
/** So much of the table belongs to who speaks, as a part of its middle. */
const speaker = { width: 0.5, height: 0.9 };

type Wanted = { cluster: string; seats: readonly Seat[]; width: number };

/** Where the names of clusters stand on a table; `widthOf` measures a name in CSS px. One cluster alone needs no label. */
export function labelsFor(
  plan: TablePlan,
  box: Box,
  clusters: readonly { cluster: string; name: string; seats: readonly Seat[] }[],
  widthOf: (words: string) => number,
): ClusterLabel[] {
  if (clusters.length < 2) return [];
  const placed: ClusterLabel[] = [];
  for (const { cluster, name, seats } of clusters) {
    const wanted: Wanted = { cluster, seats, width: Math.min(widest, widthOf(name) + markSize + padding) };
    const label = place('name', wanted, plan, box, placed) ?? place('mark', wanted, plan, box, placed);
    if (label) placed.push(label);
  }
  return placed;
}

function place(
  form: ClusterLabel['form'],
  { cluster, seats, width }: Wanted,
  plan: TablePlan,
  box: Box,
  others: readonly ClusterLabel[],
): ClusterLabel | null {
  const size = form === 'name' ? { width, height } : { width: markSize, height: markSize };
  const at = inwards(plan.table, directionOf(seats, plan, box), size);
  if (!at) return null;
  const label: ClusterLabel = { cluster, form, at, box: size };
  const middle = { width: plan.middle.width * speaker.width, height: plan.middle.height * speaker.height };
  const isFree = !meets(label, { at: { inline: 0, block: 0 }, box: middle }) && !others.some(one => meets(label, one));
  return isFree ? label : null;
}

/** Where the seats of a cluster are, seen from the middle: a point near the edge of the table in their direction. */
function directionOf(seats: readonly Seat[], { cell }: TablePlan, box: Box): Point {
  const middles = seats.map(({ spot }) => ({
    inline: (spot.inline + cell.width / 2 - box.width / 2) / (box.width / 2),
    block: (spot.block + cell.height / 2 - box.height / 2) / (box.height / 2),
  }));
  const sum = middles.reduce((a, b) => ({ inline: a.inline + b.inline, block: a.block + b.block }));
  // People all round the table have no direction: theirs is that of the first of them.
  return Math.hypot(sum.inline, sum.block) > 0.2 ? sum : (middles[0] ?? { inline: 0, block: 1 });
}

/** The outermost place in a direction at which a box of this size lies on the table; null where there is none outside of its heart. */
function inwards(table: Axes, direction: Point, size: Box): Point | null {
  const reach = reachOf(direction);
  for (let part = 1; part > 0.35; part -= 0.02) {
    const at = { inline: reach.inline * table.inline * part, block: reach.block * table.block * part };
    const corners = [-1, 1].flatMap(x =>
      [-1, 1].map(y => ({ inline: at.inline + (x * size.width) / 2, block: at.block + (y * size.height) / 2 })),
    );
    if (corners.every(corner => isOnTable(corner, table))) return at;
  }
  return null;
}

type Placed = Pick<ClusterLabel, 'at' | 'box'>;

const meets = (a: Placed, b: Placed): boolean =>
  Math.abs(a.at.inline - b.at.inline) < (a.box.width + b.box.width) / 2 &&
  Math.abs(a.at.block - b.at.block) < (a.box.height + b.box.height) / 2;
