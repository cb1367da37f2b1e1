import { movingWith, shifted, withGroups } from './company.ts';
import type { ThingChange } from './edits.ts';
import { type Bounds, type Point, unionOf } from './geometry.ts';
import { isDrawn } from './merged.ts';
import { thingBounds } from './outline.ts';
import type { Scene } from './scene.ts';
import type { ThingId } from './thing.ts';

/** The sides and middles at which things are aligned, as they are seen: left is left in every language. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** What is arranged as one: a group, or a thing that is in none. */
type Unit = { ids: readonly ThingId[]; bounds: Bounds };

/** Puts things on one line. Groups stay as they are, and frames take along what lies in them. */
export function aligned(scene: Scene, ids: Iterable<ThingId>, side: Alignment): Map<ThingId, ThingChange> {
  const units = unitsOf(scene, ids);
  const around = unionOf(units.map(({ bounds }) => bounds));
  if (!around || units.length < 2) return new Map();
  return shiftedUnits(scene, units, ({ bounds }) => wayTo[side](bounds, around));
}

const wayTo: Record<Alignment, (bounds: Bounds, around: Bounds) => Point> = {
  left: ([left], around) => [around[0] - left, 0],
  centre: ([left, , width], around) => [around[0] + around[2] / 2 - left - width / 2, 0],
  right: ([left, , width], around) => [around[0] + around[2] - left - width, 0],
  top: ([, top], around) => [0, around[1] - top],
  middle: ([, top, , height], around) => [0, around[1] + around[3] / 2 - top - height / 2],
  bottom: ([, top, , height], around) => [0, around[1] + around[3] - top - height],
};

/** Makes the room between things the same; the first and the last stay where they are. Where they overlap, they overlap alike. */
export function distributed(scene: Scene, ids: Iterable<ThingId>, way: 'across' | 'down'): Map<ThingId, ThingChange> {
  const axis = way === 'across' ? 0 : 1;
  const [start, size] = [(unit: Unit) => unit.bounds[axis], (unit: Unit) => unit.bounds[axis + 2] ?? 0];
  const units = unitsOf(scene, ids).sort(
    (one, other) => start(one) + size(one) / 2 - start(other) - size(other) / 2 || compare(one, other),
  );
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last || units.length < 3) return new Map();
  const filled = units.reduce((sum, unit) => sum + size(unit), 0);
  const gap = (start(last) + size(last) - start(first) - filled) / (units.length - 1);
  let next = start(first);
  const places = new Map<Unit, number>();
  for (const unit of units) {
    places.set(unit, next);
    next += size(unit) + gap;
  }
  return shiftedUnits(scene, units, unit => {
    const by = (places.get(unit) ?? 0) - start(unit);
    return axis === 0 ? [by, 0] : [0, by];
  });
}

const compare = ({ ids: [one = ''] }: Unit, { ids: [other = ''] }: Unit): number => (one < other ? -1 : 1);

/** What is fixed, what is merged into another and what lies in a frame that is arranged too has no place of its own here. */
function unitsOf(scene: Scene, ids: Iterable<ThingId>): Unit[] {
  const chosen = withGroups(scene, ids);
  const parts = new Map<string, ThingId[]>();
  for (const id of chosen) {
    const thing = scene.get(id);
    if (!thing || thing.fixed || !isDrawn(scene, thing) || (thing.frame && chosen.has(thing.frame))) continue;
    const unit = thing.group ?? `alone ${id}`;
    parts.set(unit, [...(parts.get(unit) ?? []), id]);
  }
  return [...parts.values()].flatMap(part => {
    const bounds = unionOf(part.flatMap(id => boundsIn(scene, id)));
    return bounds ? [{ ids: part.sort(), bounds }] : [];
  });
}

const boundsIn = (scene: Scene, id: ThingId): Bounds[] => {
  const thing = scene.get(id);
  return thing ? [thingBounds(scene, thing)] : [];
};

function shiftedUnits(scene: Scene, units: readonly Unit[], wayOf: (unit: Unit) => Point): Map<ThingId, ThingChange> {
  const ways = new Map<ThingId, Point>();
  for (const unit of units) for (const id of movingWith(scene, unit.ids)) ways.set(id, wayOf(unit));
  return shifted(scene, ways);
}
