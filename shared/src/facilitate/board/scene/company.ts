import type { ThingChange } from './edits.ts';
import { type Bounds, isIn, lineOf, middleOf, moved, type Point, towards } from './geometry.ts';
import { byHeight, type Scene } from './scene.ts';
import { isBoxed, type OfKind, type Thing, type ThingId } from './thing.ts';

/** The chosen things with everything in their groups: things of one group are chosen together. */
export function withGroups(scene: Scene, ids: Iterable<ThingId>): Set<ThingId> {
  const chosen = new Set<ThingId>();
  const groups = new Set<ThingId>();
  for (const id of ids) {
    const thing = scene.get(id);
    if (!thing) continue;
    chosen.add(id);
    if (thing.group) groups.add(thing.group);
  }
  if (groups.size > 0) for (const [id, { group }] of scene) if (group && groups.has(group)) chosen.add(id);
  return chosen;
}

/** Everything that moves with the chosen things: what lies in chosen frames as well. What is kept from being moved stays. */
export function movingWith(scene: Scene, ids: Iterable<ThingId>): Set<ThingId> {
  const moving = new Set<ThingId>();
  const frames = new Set<ThingId>();
  for (const id of ids) {
    const thing = scene.get(id);
    if (!thing || thing.fixed) continue;
    moving.add(id);
    if (thing.kind === 'frame') frames.add(id);
  }
  if (frames.size > 0)
    for (const [id, thing] of scene) if (thing.frame && frames.has(thing.frame) && !thing.fixed) moving.add(id);
  return moving;
}

/** Things that lie in a frame. Frames lie in none. */
export const inFrame = (scene: Scene, frame: ThingId): Thing[] =>
  [...scene.values()].filter(thing => thing.kind !== 'frame' && thing.frame === frame);

/** The topmost frame in which the middle of this rectangle lies; null for none. */
export function frameUnder(scene: Scene, bounds: Bounds): ThingId | null {
  let top: OfKind<'frame'> | null = null;
  for (const thing of scene.values()) {
    if (thing.kind !== 'frame' || (top && byHeight(thing, top) < 0)) continue;
    const [left, up, width, height] = thing.at;
    if (isIn([left, up, width, height], towards(thing.at, middleOf(bounds)))) top = thing;
  }
  return top?.id ?? null;
}

/** Moves things by the way that each is to go; arrows with the ends that are free. */
export function shifted(scene: Scene, ways: Iterable<readonly [ThingId, Point]>): Map<ThingId, ThingChange> {
  const changes = new Map<ThingId, ThingChange>();
  for (const [id, way] of ways) {
    const thing = scene.get(id);
    if (!thing || (way[0] === 0 && way[1] === 0)) continue;
    changes.set(id, isBoxed(thing) ? { at: moved(thing.at, way) } : { line: lineMoved(thing, way) });
  }
  return changes;
}

const lineMoved = ({ line: [fromX, fromY, toX, toY] }: OfKind<'arrow'>, [x, y]: Point) =>
  lineOf([fromX + x, fromY + y], [toX + x, toY + y]);

/** Moves chosen things together, and everything that moves with them. */
export function movedTogether(scene: Scene, ids: Iterable<ThingId>, way: Point): Map<ThingId, ThingChange> {
  return shifted(
    scene,
    [...movingWith(scene, ids)].map(id => [id, way] as const),
  );
}

/** After things have been moved: which of them lie in another frame now, with the frame. Frames themselves lie in none. */
export function framesAfter(scene: Scene, ids: Iterable<ThingId>): Map<ThingId, ThingChange> {
  const changes = new Map<ThingId, ThingChange>();
  const moved = new Set(ids);
  for (const id of moved) {
    const thing = scene.get(id);
    if (!thing || thing.kind === 'frame' || !isBoxed(thing)) continue;
    // What came along with its frame stays in it.
    if (thing.frame && moved.has(thing.frame)) continue;
    const [left, top, width, height] = thing.at;
    const frame = frameUnder(scene, [left, top, width, height]);
    if (frame !== thing.frame) changes.set(id, { frame });
  }
  return changes;
}

/** Makes one group of things; frames, which have what lies in them, are left out. */
export function grouped(scene: Scene, ids: Iterable<ThingId>, group: ThingId): Map<ThingId, ThingChange> {
  const chosen = [...withGroups(scene, ids)].filter(id => scene.get(id)?.kind !== 'frame');
  return new Map(chosen.length > 1 ? chosen.map(id => [id, { group }]) : []);
}

/** Dissolves the groups of things. */
export function ungrouped(scene: Scene, ids: Iterable<ThingId>): Map<ThingId, ThingChange> {
  const chosen = [...withGroups(scene, ids)].filter(id => scene.get(id)?.group);
  return new Map(chosen.map(id => [id, { group: null }]));
}
