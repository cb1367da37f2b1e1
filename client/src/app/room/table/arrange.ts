import type { Box } from '../layouts/grid.ts';
import type { Chairs } from './chairs.ts';
import type { Point } from './curve.ts';
import { fittingName, planTable, type SeatWords, type TablePlan } from './plan-table.ts';
import type { Sitter } from './sitting.ts';

/** The forms of a name, from the longest to the shortest. */
export type Names = { name: string; short: string; first: string };

/** Somebody at the table with their words; `face` is the name whose initials stand on the disc. */
export type Seated = { sitter: Sitter; names: Names; face: string; town: string };

/** A seat as it is drawn, with the form of the name that there is room for. */
export type Seat = { seated: Seated; label: string; spot: Point };

/** The table as it is drawn: who sits where, free chairs where others are expected, and how many found no place. */
export type Table = {
  plan: TablePlan;
  seats: readonly Seat[];
  free: readonly Point[];
  others: { count: number; spot: Point } | null;
};

/** How wide words are, and how high a line of them is, in CSS px. */
export type Pen = { widthOf(words: string): number; line: number };

/** Where everybody sits in a box of this size; with so many chairs at least, of which those that nobody has are shown. */
export function arrange(seated: readonly Seated[], chairs: Chairs, box: Box, pen: Pen, least = 0): Table {
  const widths = new Map(seated.map(one => [one.sitter.key, widthsOf(one, pen)]));
  const planOf = (ring: Chairs) => {
    const words = ring.map(key => widths.get(key ?? '') ?? none);
    return { ring, plan: planTable(words, box, { line: pen.line }) };
  };
  const missing = Array.from({ length: Math.max(0, least - chairs.length) }, () => null);
  const wide = planOf([...chairs, ...missing]);
  const close = planOf(chairs.filter(key => key !== null));
  // Where places or words are scarce, nobody gives up theirs for an empty chair.
  const isScarce = wide.plan.spots.length < wide.ring.length || close.plan.cell.lines > wide.plan.cell.lines;
  const { ring, plan } = isScarce ? close : wide;
  const table = placed(seated, ring, plan, widths);
  // Chairs that are kept free for a while say nothing.
  return least > 0 ? table : { ...table, free: [] };
}

const none: SeatWords = { name: 0, short: 0, first: 0, town: 0 };

const widthsOf = ({ names: { name, short, first }, town }: Seated, { widthOf }: Pen): SeatWords => ({
  name: widthOf(name),
  short: widthOf(short),
  first: widthOf(first),
  town: widthOf(town),
});

/** Everybody on their spot; whoever finds none is counted on the last one. */
function placed(
  seated: readonly Seated[],
  ring: Chairs,
  plan: TablePlan,
  widths: ReadonlyMap<string, SeatWords>,
): Table {
  const byKey = new Map(seated.map(one => [one.sitter.key, one]));
  const isCut = plan.spots.length < ring.length;
  const shown = isCut ? ring.slice(0, Math.max(0, plan.spots.length - 1)) : ring;
  const seats: Seat[] = [];
  const free: Point[] = [];
  for (const [at, key] of shown.entries()) {
    const spot = plan.spots[at] as Point;
    const one = byKey.get(key ?? '');
    if (!one) free.push(spot);
    else
      seats.push({ seated: one, spot, label: one.names[fittingName(widths.get(one.sitter.key) ?? none, plan.cell)] });
  }
  const last = plan.spots.at(-1);
  return { plan, seats, free, others: isCut && last ? { count: ring.length - shown.length, spot: last } : null };
}
