import type { Carry } from '@multaqa/shared/facilitate/board/scene/carry';
import { type Bounds, boxOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { Box, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { z } from 'zod';

const coordinate = z.number().min(-1e6).max(1e6);
const extent = z.number().positive().max(1e7);
/** Ids in one word of where somebody is, at most: a kilobyte holds no more. */
const idsAtMost = 40;
const ids = z.array(ThingId).max(idsAtMost);

const place = z.tuple([coordinate, coordinate]);
const rectangle = z.tuple([coordinate, coordinate, extent, extent]);

const ToldSchema = z.object({
  at: place.optional(),
  chosen: ids.optional(),
  carry: z
    .union([
      z.object({ ids, by: place }),
      z.object({ ids, whole: rectangle, box: Box }),
      z.object({ ids, end: z.enum(['from', 'to']), at: place, hold: ThingId.nullable() }),
    ])
    .optional(),
  view: rectangle.optional(),
  writes: ThingId.optional(),
});

/** What each person at a board tells the others of themselves, many times a second. Nothing of it is kept. */
export type Told = {
  at?: Point;
  chosen?: ThingId[];
  carry?: Carry;
  view?: Bounds;
  writes?: ThingId;
};

/** Reads what somebody's client sent, whatever it is. */
export function readTold(state: unknown): Told {
  const read = ToldSchema.safeParse(state);
  return read.success ? (read.data as Told) : {};
}

const tenths = (value: number): number => Math.round(value * 10) / 10 + 0;
const placeOf = ([x, y]: Point): Point => [tenths(x), tenths(y)];
const rectangleOf = ([left, top, width, height]: Bounds): Bounds => [
  ...placeOf([left, top]),
  ...placeOf([width, height]),
];

/** The same as it is sent: rounded to what can be seen, and short enough. What somebody has in hand is chosen. */
export function toldOf({ at, chosen = [], carry, view, writes }: Told): Told {
  return {
    ...(at && { at: placeOf(at) }),
    ...(carry ? { carry: carryOf(carry) } : chosen.length > 0 && { chosen: chosen.slice(0, idsAtMost) }),
    ...(view && { view: rectangleOf(view) }),
    ...(writes && { writes }),
  };
}

function carryOf(carry: Carry): Carry {
  const ids = carry.ids.slice(0, idsAtMost);
  if ('by' in carry) return { ids, by: placeOf(carry.by) };
  if ('end' in carry) return { ...carry, ids, at: placeOf(carry.at) };
  const [left, top, width, height, degrees] = carry.box;
  return { ids, whole: rectangleOf(carry.whole), box: boxOf(...rectangleOf([left, top, width, height]), degrees) };
}
