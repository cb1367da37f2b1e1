import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { z } from 'zod';

const coordinate = z.number().min(-1e6).max(1e6);
const extent = z.number().positive().max(1e7);
/** Ids in one word of where somebody is, at most: a kilobyte holds no more. */
const idsAtMost = 40;
const ids = z.array(ThingId).max(idsAtMost);

const ToldSchema = z.object({
  at: z.tuple([coordinate, coordinate]).optional(),
  chosen: ids.optional(),
  drag: z.object({ ids, by: z.tuple([coordinate, coordinate]) }).optional(),
  view: z.tuple([coordinate, coordinate, extent, extent]).optional(),
  writes: ThingId.optional(),
});

/** What each person at a board tells the others of themselves, many times a second. Nothing of it is kept. */
export type Told = {
  at?: Point;
  chosen?: ThingId[];
  drag?: { ids: ThingId[]; by: Point };
  view?: Bounds;
  writes?: ThingId;
};

/** Reads what somebody's client sent, whatever it is. */
export function readTold(state: unknown): Told {
  const read = ToldSchema.safeParse(state);
  return read.success ? (read.data as Told) : {};
}

const tenths = (value: number): number => Math.round(value * 10) / 10 + 0;

/** The same as it is sent: rounded to what can be seen, and short enough. What is dragged is chosen. */
export function toldOf({ at, chosen = [], drag, view, writes }: Told): Told {
  return {
    ...(at && { at: [tenths(at[0]), tenths(at[1])] as const }),
    ...(drag
      ? { drag: { ids: drag.ids.slice(0, idsAtMost), by: [tenths(drag.by[0]), tenths(drag.by[1])] as const } }
      : chosen.length > 0 && { chosen: chosen.slice(0, idsAtMost) }),
    ...(view && { view: [tenths(view[0]), tenths(view[1]), tenths(view[2]), tenths(view[3])] as const }),
    ...(writes && { writes }),
  };
}
