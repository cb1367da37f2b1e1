import { withGroups } from '@multaqa/shared/facilitate/board/scene/company';
import {
  type Bounds,
  lineOf,
  middleOf,
  moved,
  type Point,
  unionOf,
} from '@multaqa/shared/facilitate/board/scene/geometry';
import { mergedInto } from '@multaqa/shared/facilitate/board/scene/merged';
import { onTop } from '@multaqa/shared/facilitate/board/scene/order';
import { arrowEnds, thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import { byHeight, type Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { textOf } from '@multaqa/shared/facilitate/board/table/board-table';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import { RoomId } from '@multaqa/shared/kernel/ids';
import type { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { z } from 'zod';

/** The type under which things of a board are on the clipboard. */
export const carriedType = 'application/x-multaqa-board';

/** Things as they are carried from one board to another. `room`: whose board has the files of the images among them. */
const Carried = z.object({
  format: z.literal('multaqa-board'),
  version: z.literal(1),
  room: RoomId,
  things: z
    .array(z.tuple([ThingId, ThingData]))
    .min(1)
    .max(limits.boardThings),
});
export type Carried = z.infer<typeof Carried>;

/** What of a board comes along: the chosen things with their groups, with what lies in chosen frames and what was merged into chosen notes. */
export function carriedFrom(scene: Scene, chosen: Iterable<ThingId>, room: RoomId): Carried | null {
  const ids = withGroups(scene, chosen);
  for (const thing of scene.values()) {
    if (thing.frame !== null && ids.has(thing.frame) && thing.kind !== 'frame') ids.add(thing.id);
    const target = mergedInto(scene, thing);
    if (target && ids.has(target.id)) ids.add(thing.id);
  }
  const things = [...ids].flatMap(id => scene.get(id) ?? []).sort(byHeight);
  if (things.length === 0) return null;
  return {
    ...{ format: 'multaqa-board', version: 1, room },
    things: things.map(thing => {
      const { id, client: _, by: __, ...data } = thing;
      // Where an arrow is now counts, should it come without what it holds on to.
      return [
        id,
        data.kind === 'arrow' && thing.kind === 'arrow' ? { ...data, line: lineOf(...arrowEnds(scene, thing)) } : data,
      ];
    }),
  };
}

/** Reads what is on the clipboard; null for what no board has put there. */
export function readCarried(text: string): Carried | null {
  try {
    return Carried.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

type Placing = { scene: Scene; at: Point; newId(): ThingId };

/**
 * The same things for a board, with their middle at a point: copies with ids of their own, which hold on to each other as the first
 * ones did. A copy is fixed nowhere and is no outcome.
 */
export function placed({ things }: Carried, { scene, at, newId }: Placing): [ThingId, ThingData][] {
  const ids = new Map(things.map(([id]) => [id, newId()]));
  const groups = new Map<string, ThingId>();
  const groupOf = (group: string) => {
    const known = groups.get(group) ?? newId();
    groups.set(group, known);
    return known;
  };
  const same = (id: ThingId | null) => (id === null ? null : (ids.get(id) ?? null));
  const [middleX, middleY] = middleOf(boundsOfCarried(things));
  const way: Point = [Math.round(at[0] - middleX), Math.round(at[1] - middleY)];
  const height = onTop(scene);
  return things.map(([id, data], place) => {
    const common = {
      ...{
        z: height + place,
        group: data.group && groupOf(data.group),
        frame: same(data.frame),
        into: same(data.into),
      },
      ...{ fixed: false, outcome: null },
    };
    const copy: ThingData =
      data.kind === 'arrow'
        ? { ...data, ...common, line: shiftedLine(data.line, way), from: same(data.from), to: same(data.to) }
        : { ...data, ...common, at: moved(data.at, way) };
    return [ids.get(id) ?? id, copy];
  });
}

const shiftedLine = ([fromX, fromY, toX, toY]: readonly number[], [x, y]: Point) =>
  lineOf([(fromX ?? 0) + x, (fromY ?? 0) + y], [(toX ?? 0) + x, (toY ?? 0) + y]);

function boundsOfCarried(things: Carried['things']): Bounds {
  const scene: Scene = new Map(things.map(([id, data]) => [id, { ...data, id, client: 0, by: null }]));
  return unionOf([...scene.values()].map(thing => thingBounds(scene, thing))) ?? [0, 0, 0, 0];
}

/** What things say, a line each, in the order in which they are read: for everything that is no board. */
export function wordsOf({ things }: Carried, language: Language, direction: TextDirection): string {
  const scene: Scene = new Map(things.map(([id, data]) => [id, { ...data, id, client: 0, by: null }]));
  const said = (key: string) => saidBy(key, language);
  return inReadingOrder(scene, direction)
    .map(thing => textOf(thing, { said }).trim())
    .filter(Boolean)
    .join('\n');
}
