import { type Bounds, encloses, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { openListeners } from '../../../../platform/listeners.ts';
import type { CameraHolder } from '../camera/open-camera.ts';
import type { Index } from './open-index.ts';
import type { Look } from './open-look.ts';

/** What is drawn as elements now, each with its height, in an order that stays. `distance`: from far, everything is painted instead. */
export type Sight = { distance: 'near' | 'far'; things: readonly Sighted[] };
export type Sighted = { id: ThingId; rank: number };

/** Which things are in sight; an edit of one that stays changes nothing here. */
export type SightHolder = {
  now(): Sight;
  subscribe(changed: () => void): () => void;
  /** Things that are elements wherever they are: what is chosen, what has the focus. */
  keep(ids: readonly ThingId[]): void;
  close(): void;
};

/** Below this zoom letters are too small to be read, and above so many things elements are too slow; a little of both ways, so that it does not flicker. */
const far = { zoom: 0.28, things: 420 } as const;
const nearAgain = { zoom: 0.3, things: 360 } as const;
/** How much around the view is drawn in advance, as a part of it. */
const advance = 0.3;

/** Keeps in mind what is in sight of a camera. */
export function openSight(look: Look, index: Index, camera: CameraHolder): SightHolder {
  const listeners = openListeners();
  let sight: Sight = { distance: 'near', things: [] };
  let region: Bounds | null = null;
  let drawnAt = 1;
  let kept: readonly ThingId[] = [];
  const find = () => {
    const view = camera.view();
    const { zoom } = camera.now();
    region = widened(view, advance * Math.max(view[2], view[3]));
    drawnAt = zoom;
    const near = nearThings(index, region, zoom, sight.distance === 'far' ? nearAgain : far);
    const distance = near ? 'near' : 'far';
    const ids = new Set([...(near ?? []), ...kept.filter(id => index.boundsOf(id))]);
    const things = [...ids].sort().map(id => ({ id, rank: look.rank(id) }));
    if (distance === sight.distance && isSame(things, sight.things)) return;
    sight = { distance, things };
    listeners.tell();
  };
  const moved = () => {
    const { zoom } = camera.now();
    const crosses = sight.distance === 'far' ? zoom >= nearAgain.zoom : zoom < far.zoom || zoom > drawnAt * 1.5;
    const isWithin = sight.distance === 'far' || (region !== null && encloses(region, camera.view()));
    if (crosses || !isWithin) find();
  };
  const ends = [
    camera.subscribe(moved),
    look.subscribeAll(touched => {
      const isSettled = [...touched].every(
        id => !index.boundsOf(id) || sight.things.some(one => one.id === id && one.rank === look.rank(id)),
      );
      if (!isSettled || sight.things.some(({ id }) => touched.has(id) && !index.boundsOf(id))) find();
    }),
  ];
  return {
    now: () => sight,
    subscribe: listeners.add,
    keep(ids) {
      if (ids.length === kept.length && ids.every((id, at) => id === kept[at])) return;
      kept = ids;
      find();
    },
    close: () => ends.forEach(end => void end()),
  };
}

/** What is in a part of the board; null where one is too far away, or where there is too much of it. */
function nearThings(
  index: Index,
  region: Bounds,
  zoom: number,
  limit: { zoom: number; things: number },
): readonly ThingId[] | null {
  const found = zoom < limit.zoom ? null : index.within(region);
  return found && found.length <= limit.things ? found : null;
}

const isSame = (one: readonly Sighted[], other: readonly Sighted[]): boolean =>
  one.length === other.length && one.every(({ id, rank }, at) => other[at]?.id === id && other[at].rank === rank);
