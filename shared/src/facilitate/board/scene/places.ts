import type { TextDirection } from '../../../kernel/direction.ts';
import { type Bounds, overlap, type Point, unionOf, widened } from './geometry.ts';

/** Rings of places that are tried round the first one. */
const rings = 12;

/**
 * A free place for something of this size: as near as possible to where its top left corner is wanted, and so far (`gap`) from
 * everything that is there. Where nothing near is free, it is below everything.
 */
export function freePlace(
  taken: readonly Bounds[],
  [width, height]: Point,
  [left, top]: Point,
  { gap, direction }: { gap: number; direction: TextDirection },
): Point {
  const around = widened([left, top, width, height], Math.max(width, height) * (rings + 1));
  const near = taken.filter(one => overlap(one, around)).map(one => widened(one, gap - 0.01));
  const isFree = ([x, y]: Point) => !near.some(one => overlap(one, [x, y, width, height]));
  for (let ring = 0; ring <= rings; ring += 1)
    for (const [across, down] of ringOf(ring)) {
      const right = direction === 'rtl' ? -across : across;
      const place: Point = [left + right * ((width + gap) / 2), top + down * ((height + gap) / 2)];
      if (isFree(place)) return place;
    }
  const whole = unionOf(taken);
  return whole ? [left, whole[1] + whole[3] + gap] : [left, top];
}

/** Steps on the rim of a square: first to the end of the line, then below, and upwards at last. */
function ringOf(ring: number): Point[] {
  if (ring === 0) return [[0, 0]];
  const steps: Point[] = [];
  for (let at = -ring; at <= ring; at += 1) steps.push([at, ring], [at, -ring], [ring, at], [-ring, at]);
  const cost = ([across, down]: Point) => Math.abs(across) + Math.abs(down) + (down < 0 ? 2 : 0) + (across < 0 ? 1 : 0);
  return steps.sort((one, other) => cost(one) - cost(other));
}

/** Places for so many things of one size in a block that is about as wide as high, in reading order; top left corners, from 0,0. */
export function blockOf(count: number, [width, height]: Point, gap: number, direction: TextDirection): Point[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt((count * (height + gap)) / (width + gap))));
  const last = Math.min(columns, count) - 1;
  return Array.from({ length: count }, (_, at): Point => {
    const column = direction === 'rtl' ? last - (at % columns) : at % columns;
    return [column * (width + gap), Math.floor(at / columns) * (height + gap)];
  });
}
