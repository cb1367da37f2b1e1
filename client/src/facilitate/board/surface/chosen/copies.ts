import { lineOf, moved, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { onTop } from '@multaqa/shared/facilitate/board/scene/order';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { newThingId } from '../../scene/new-thing.ts';

/**
 * Copies of things, so far from the originals. What held together among them does so again: groups, frames, and arrows with what they hold on to.
 * An outcome that was made of the original stays with it alone.
 */
export function copiesOf(scene: Scene, ids: Iterable<ThingId>, way: Point): [ThingId, ThingData][] {
  const originals = new Set(ids);
  for (const [id, { frame }] of scene) if (frame && originals.has(frame)) originals.add(id);
  const names = new Map([...originals].map(id => [id, newThingId()]));
  const groups = new Map<ThingId, ThingId>();
  const groupOf = (group: ThingId | null) => {
    if (group === null) return null;
    const copy = groups.get(group) ?? newThingId();
    groups.set(group, copy);
    return copy;
  };
  const top = onTop(scene);
  const things = [...originals].flatMap(id => scene.get(id) ?? []).sort((one, other) => one.z - other.z);
  return things.map((thing, at) => {
    const { id, client: _, by: __, ...data } = thing;
    const copy = {
      ...data,
      ...{ z: top + at, group: groupOf(thing.group), outcome: null, into: null },
      frame: thing.frame && (names.get(thing.frame) ?? thing.frame),
      ...placed(thing, way, names),
    } as ThingData;
    return [names.get(id) ?? newThingId(), copy];
  });
}

function placed(thing: Thing, way: Point, names: ReadonlyMap<ThingId, ThingId>) {
  if (thing.kind !== 'arrow') return { at: moved(thing.at, way) };
  const [fromX, fromY, toX, toY] = thing.line;
  const end = (id: ThingId | null) => id && (names.get(id) ?? id);
  return {
    line: lineOf([fromX + way[0], fromY + way[1]], [toX + way[0], toY + way[1]]),
    from: end(thing.from),
    to: end(thing.to),
  };
}
