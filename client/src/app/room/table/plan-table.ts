import type { Box } from '../layouts/grid.ts';
import { type Axes, type Point, type Roundness, ringOf, roundnesses } from './curve.ts';

/** How wide the words of a seat are, in CSS px: its town, and the forms of its name from the longest to the shortest. */
export type SeatWords = { name: number; short: number; first: number; town: number };

/** A place of the rim: its disc and the lines below it, which are none, the name, or the name and the town. Sizes in CSS px. */
export type Cell = { disc: number; width: number; height: number; lines: 0 | 1 | 2 };

/** Where everything of a table stands. */
export type TablePlan = {
  cell: Cell;
  /** The upper corner at the inline start of each cell, clockwise from the one in front. Fewer than asked for where they do not fit. */
  spots: readonly Point[];
  /** The half axes of the table itself, around the middle of the box. */
  table: Axes;
  /** What is free on the table. */
  middle: Box;
};

/** The height of a line of words below a disc, in CSS px. */
export type TableText = { line: number };

const gap = 6;
const widest = 168;
const discs = {
  roomy: [96, 84, 72, 62, 54, 48, 44, 40],
  close: [54, 48, 44, 40],
  dense: [40, 36, 34],
  bare: [64, 56, 48, 44, 40, 36, 32],
};

/**
 * Seats round a table in a box: the largest discs and the most words with which all cells have a place of their own, and
 * the middle enough to show who speaks. Where not even bare discs fit, the plan has fewer spots than `words` has entries.
 */
export function planTable(words: readonly SeatWords[], box: Box, text: TableText): TablePlan {
  const cells = cellsFor(words, text);
  for (const cell of cells) {
    for (const roundness of roundnesses) {
      const plan = planWith(words.length, box, cell, roundness);
      if (plan) return plan;
    }
  }
  const smallest = cells.at(-1) as Cell;
  for (let count = words.length - 1; count > 0; count -= 1) {
    const plan = planWith(count, box, smallest, 5);
    if (plan) return plan;
  }
  return { cell: smallest, spots: [], table: { inline: 0, block: 0 }, middle: box };
}

/** The cells to try, the most telling first. */
function cellsFor(words: readonly SeatWords[], { line }: TableText): Cell[] {
  const most = (width: (seat: SeatWords) => number) => Math.min(widest, Math.max(0, ...words.map(width)));
  const full = most(({ name, town }) => Math.max(name, town));
  const short = most(seat => seat.short);
  const first = most(seat => seat.first);
  const cell = (disc: number, width: number, lines: Cell['lines']): Cell => ({
    disc,
    width: Math.ceil(Math.max(disc, width)) + gap,
    height: Math.ceil(disc + lines * line + (lines > 0 ? 2 : 0)) + gap,
    lines,
  });
  return [
    ...discs.roomy.map(disc => cell(disc, full, 2)),
    ...discs.close.map(disc => cell(disc, short, 2)),
    ...discs.close.map(disc => cell(disc, full, 1)),
    ...discs.close.map(disc => cell(disc, short, 1)),
    ...discs.dense.map(disc => cell(disc, first, 1)),
    ...discs.bare.map(disc => cell(disc, 0, 0)),
  ];
}

/** The longest form of a name that a cell has room for. */
export function fittingName({ name, short }: SeatWords, { width }: Cell): 'name' | 'short' | 'first' {
  if (name <= width - gap) return 'name';
  return short <= width - gap ? 'short' : 'first';
}

function planWith(count: number, box: Box, cell: Cell, roundness: Roundness): TablePlan | null {
  const axes = { inline: (box.width - cell.width) / 2, block: (box.height - cell.height) / 2 };
  const ring = ringOf(count, axes, cell, roundness);
  if (!ring || overlap(ring, cell)) return null;
  const table = tableWithin(ring, axes, cell);
  const middle = middleOf(table);
  if (!isEnough(middle, box)) return null;
  const spots = ring.map(({ inline, block }) => ({
    inline: box.width / 2 + inline - cell.width / 2,
    block: box.height / 2 + block - cell.height / 2,
  }));
  return { cell, spots, table, middle };
}

/** From this height on, in CSS px, words stand below a face; else beside it. */
export const uprightFrom = 140;

/** Rectangles whose corners lie on the edge of the table, as parts of its axes: x^3 + y^3 is just below 1. */
const upright: Box = { width: 0.72, height: 0.85 };
const flat: Box = { width: 0.9, height: 0.64 };

function middleOf({ inline, block }: Axes): Box {
  const part = 2 * block * upright.height < uprightFrom ? flat : upright;
  return { width: 2 * inline * part.width, height: 2 * block * part.height };
}

/** In CSS px: a face with a name beside it; below it, a name needs less width. */
export const leastMiddle = { width: 150, uprightWidth: 104, height: 56 };

/** Whether who speaks has enough room: a third of a large box. */
function isEnough(middle: Box, box: Box): boolean {
  const width = middle.height < uprightFrom ? leastMiddle.width : leastMiddle.uprightWidth;
  return (
    middle.width >= Math.min(Math.max(width, box.width * 0.3), 240) &&
    middle.height >= Math.min(Math.max(leastMiddle.height, box.height * 0.3), 240)
  );
}

/** The exponent of the form that stays free of cells. */
const freeRoundness = 3;

/** The largest table that no cell lies on. */
function tableWithin(ring: readonly Point[], axes: Axes, { width, height }: Cell): Axes {
  // Between two who sit opposite each other nobody is at the sides.
  const hasSides = ring.some(spot => Math.abs(spot.inline) > axes.inline / 2);
  const inline = Math.max(0, axes.inline - (hasSides ? width / 2 + gap : 0));
  const block = Math.max(0, axes.block - height / 2 - gap);
  const inner = (at: number, half: number, axis: number) => (Math.max(0, Math.abs(at) - half) / axis) ** freeRoundness;
  const nearest = ring.map(
    spot => inner(spot.inline, width / 2, inline || 1) + inner(spot.block, height / 2, block || 1),
  );
  const scale = Math.min(1, ...nearest) ** (1 / freeRoundness);
  return { inline: inline * scale, block: block * scale };
}

/** Whether two cells that are not beside each other on the ring lie over one another, as in a box that is very flat. */
function overlap(ring: readonly Point[], { width, height }: Cell): boolean {
  const near = 0.01;
  return ring.some((a, at) =>
    ring
      .slice(at + 1)
      .some(b => Math.abs(a.inline - b.inline) < width - near && Math.abs(a.block - b.block) < height - near),
  );
}
