import type { TextDirection } from '../../../kernel/direction.ts';
import { thingBounds } from './outline.ts';
import type { Scene } from './scene.ts';
import type { Thing, ThingId } from './thing.ts';

type Placed = { thing: Thing; left: number; top: number; right: number; bottom: number };

/**
 * Things in the order in which people read them: row by row from the top, and within a row in the direction of their language. What lies in a
 * frame comes after its frame, together.
 */
export function inReadingOrder(scene: Scene, direction: TextDirection): Thing[] {
  const inside = new Map<ThingId, Thing[]>();
  const outside: Thing[] = [];
  for (const thing of scene.values()) {
    const frame = frameOf(scene, thing);
    if (frame) inside.set(frame, [...(inside.get(frame) ?? []), thing]);
    else outside.push(thing);
  }
  const read = (things: readonly Thing[]): Thing[] =>
    rowsOf(scene, things, direction).flatMap(thing => [thing, ...read(inside.get(thing.id) ?? [])]);
  return read(outside);
}

/** The frame that a thing counts as lying in; null for none, and for frames. */
export function frameOf(scene: Scene, thing: Thing): ThingId | null {
  if (thing.kind === 'frame' || thing.frame === null) return null;
  return scene.get(thing.frame)?.kind === 'frame' ? thing.frame : null;
}

function rowsOf(scene: Scene, things: readonly Thing[], direction: TextDirection): Thing[] {
  const placed = things.map((thing): Placed => {
    const [left, top, width, height] = thingBounds(scene, thing);
    return { thing, left, top, right: left + width, bottom: top + height };
  });
  placed.sort((one, other) => one.top - other.top || byId(one, other));
  const rows: Placed[][] = [];
  for (const one of placed) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    // What begins above the middle of the first one stands beside it.
    if (row && first && one.top < (first.top + first.bottom) / 2) row.push(one);
    else rows.push([one]);
  }
  const start = ({ left, right }: Placed) => (direction === 'rtl' ? -right : left);
  return rows.flatMap(row =>
    row.sort((one, other) => start(one) - start(other) || byId(one, other)).map(({ thing }) => thing),
  );
}

const byId = ({ thing: { id: one } }: Placed, { thing: { id: other } }: Placed): number => (one < other ? -1 : 1);
