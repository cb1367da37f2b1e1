import type { Box } from '../layouts/grid.ts';
import type { Seat } from './arrange.ts';
import { type Axes, isOnTable, type Point, reachOf } from './curve.ts';
import type { TablePlan } from './plan-table.ts';

/** A cluster on the table, near the seats of its people: its name beside its mark, or the mark alone. `at` is the middle, in CSS px from the middle of the table. */
export type ClusterLabel = { cluster: string; form: 'name' | 'mark'; at: Point; box: Box };

/** The size of a mark, the most that a name takes beside it, and the height of both, in CSS px. */
export const markSize = 18;
const widest = 200;
const padding = 20;
const height = 28;

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
  const heart: Placed = { at: { inline: 0, block: 0 }, box: heartOf(plan.middle) };
  const towards = directionOf(seats, plan, box);
  for (const turn of turns) {
    const at = inwards(plan.table, turned(towards, turn), size);
    if (!at) continue;
    const label: ClusterLabel = { cluster, form, at, box: size };
    if (!meets(label, heart) && !others.some(one => meets(label, one))) return label;
  }
  return null;
}

/** A label may stand so far aside of its people, in degrees. */
const turns = [0, 6, -6, 12, -12, 18, -18, 24, -24];

function turned({ inline, block }: Point, degrees: number): Point {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return { inline: inline * cos - block * sin, block: inline * sin + block * cos };
}

/** What belongs to who speaks. */
const heartOf = (middle: Box): Box => ({ width: Math.min(middle.width * 0.5, 300), height: middle.height * 0.9 });

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
