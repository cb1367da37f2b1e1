import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';

/** A scene with some of its things as they are in somebody's hand. It reads through to the scene beneath: while something is dragged, nothing of thousands of things is copied with each frame. */
export function overlaid(scene: Scene, hands: Iterable<ReadonlyMap<ThingId, Thing>>): Scene {
  const over = new Map<ThingId, Thing>();
  for (const things of hands) for (const [id, thing] of things) if (scene.has(id)) over.set(id, thing);
  function* entries(): Generator<[ThingId, Thing], undefined> {
    for (const [id, thing] of scene) yield [id, over.get(id) ?? thing];
    return undefined;
  }
  function* values(): Generator<Thing, undefined> {
    for (const [id, thing] of scene) yield over.get(id) ?? thing;
    return undefined;
  }
  return {
    get: id => over.get(id) ?? scene.get(id),
    has: id => scene.has(id),
    size: scene.size,
    keys: () => scene.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach(call) {
      for (const [id, thing] of entries()) call(thing, id, this);
    },
  };
}
