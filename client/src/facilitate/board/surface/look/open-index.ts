import { type Bounds, distance, middleOf, type Point, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import RBush from 'rbush';
import type { Look } from './open-look.ts';

type Place = { minX: number; minY: number; maxX: number; maxY: number; id: ThingId };

/** Where the things of a board are, so that those in a part of it are found at once. */
export type Index = {
  /** What has a part in a rectangle, in no order. */
  within(bounds: Bounds): ThingId[];
  /** Whether nothing has a part in a rectangle. */
  isEmpty(bounds: Bounds): boolean;
  /** The rectangle around the thing whose middle is nearest to a place; null on an empty board. */
  nearestTo(place: Point): Bounds | null;
  /** The rectangle around a thing as it is drawn; null for what is not there or is drawn as a part of another. */
  boundsOf(id: ThingId): Bounds | null;
  /** The rectangle around everything; null on an empty board. */
  everything(): Bounds | null;
  close(): void;
};

/** How far what is drawn reaches beyond the box of a thing: lines, heads of arrows, the name of a frame. */
const brim = 16;

/** Opens the index of what a board draws. */
export function openIndex(look: Look): Index {
  const tree = new RBush<Place>();
  const places = new Map<ThingId, Place>();
  const placeOf = (id: ThingId): Place | null => {
    const scene = look.scene();
    const thing = scene.get(id);
    if (!thing || !isDrawn(scene, thing)) return null;
    const [left, top, width, height] = thingBounds(scene, thing);
    return { minX: left, minY: top, maxX: left + width, maxY: top + height, id };
  };
  for (const id of look.scene().keys()) {
    const place = placeOf(id);
    if (place) places.set(id, place);
  }
  tree.load([...places.values()]);
  const move = (id: ThingId, after: Place | null) => {
    const before = places.get(id);
    if (before && after && isSame(before, after)) return;
    if (before) tree.remove(before);
    places.delete(id);
    if (!after) return;
    tree.insert(after);
    places.set(id, after);
  };
  const close = look.subscribeAll(touched => {
    for (const id of touched) move(id, placeOf(id));
  });
  return {
    within: bounds => tree.search(boxAround(bounds)).map(({ id }) => id),
    isEmpty: bounds => !tree.collides(boxAround(bounds)),
    nearestTo(place) {
      let nearest: { bounds: Bounds; way: number } | null = null;
      for (const one of places.values()) {
        const bounds = boundsIn(one);
        const way = distance(middleOf(bounds), place);
        if (!nearest || way < nearest.way) nearest = { bounds, way };
      }
      return nearest?.bounds ?? null;
    },
    boundsOf(id) {
      const place = places.get(id);
      return place ? boundsIn(place) : null;
    },
    everything: () => unionOf([...places.values()].map(boundsIn)),
    close,
  };
}

const boxAround = ([left, top, width, height]: Bounds) => ({
  ...{ minX: left - brim, minY: top - brim },
  ...{ maxX: left + width + brim, maxY: top + height + brim },
});

const boundsIn = ({ minX, minY, maxX, maxY }: Place): Bounds => [minX, minY, maxX - minX, maxY - minY];

const isSame = (one: Place, other: Place): boolean =>
  one.minX === other.minX && one.minY === other.minY && one.maxX === other.maxX && one.maxY === other.maxY;
