import { framesAfter, inFrame, movedTogether } from '@multaqa/shared/facilitate/board/scene/company';
import type { ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { isBoxed, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { TextDirection } from '@multaqa/shared/kernel/direction';

type Changes = Map<ThingId, ThingChange>;

/** Room between things, and from the rim of a frame, in units of the board. */
const gap = 24;

/** Moves a thing with everything that moves with it; what then lies in another frame belongs to that one. */
export function movedBy(scene: Scene, id: ThingId, way: Point): Changes {
  const changes = movedTogether(scene, [id], way);
  return withFrames(scene, changes);
}

/** Moves a thing to a free place within a frame, or beside the frame that it lies in now. */
export function movedInto(scene: Scene, id: ThingId, frame: ThingId | null, direction: TextDirection): Changes {
  const thing = scene.get(id);
  const target = scene.get(frame ?? thing?.frame ?? '');
  if (!thing || !isBoxed(thing) || thing.kind === 'frame' || target?.kind !== 'frame') return new Map();
  const [left, top, width, height] = thingBounds(scene, thing);
  const place =
    frame === null ? beside(scene, target, [width, height], direction) : within(scene, target, id, direction);
  const changes = movedTogether(scene, [id], [place[0] - left, place[1] - top]);
  changes.set(id, { ...changes.get(id), frame });
  return changes;
}

function within(scene: Scene, frame: Thing, id: ThingId, direction: TextDirection): Point {
  const [left, top, width] = thingBounds(scene, frame);
  const thing = scene.get(id);
  const [, , wide, high] = thing ? thingBounds(scene, thing) : [0, 0, 0, 0];
  const taken = inFrame(scene, frame.id)
    .filter(other => other.id !== id && other.kind !== 'arrow')
    .map(other => thingBounds(scene, other));
  const start = direction === 'rtl' ? left + width - wide - gap : left + gap;
  return freePlace(taken, [wide, high], [start, top + gap], { gap, direction });
}

function beside(scene: Scene, frame: Thing, size: Point, direction: TextDirection): Point {
  const [left, top, width] = thingBounds(scene, frame);
  const taken = [...scene.values()].map((thing): Bounds => thingBounds(scene, thing));
  const start = direction === 'rtl' ? left - size[0] - 2 * gap : left + width + 2 * gap;
  return freePlace(taken, size, [start, top], { gap, direction });
}

/** The changes, and to which frames moved things belong then. */
function withFrames(scene: Scene, changes: Changes): Changes {
  const after = new Map(scene);
  for (const [id, change] of changes) {
    const thing = scene.get(id);
    if (thing) after.set(id, { ...thing, ...change } as Thing);
  }
  for (const [id, { frame }] of framesAfter(after, changes.keys()))
    changes.set(id, { ...changes.get(id), frame: frame ?? null });
  return changes;
}
