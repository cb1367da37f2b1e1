import { movedTogether } from './company.ts';
import type { ThingChange } from './edits.ts';
import { type Bounds, boxOf, lineOf, type Point } from './geometry.ts';
import { arrowEnds } from './outline.ts';
import { laidAlong } from './resize.ts';
import type { Scene } from './scene.ts';
import { type Box, isBoxed, type Thing, type ThingId } from './thing.ts';

/**
 * What somebody does with things that they have in hand, in so few words that it can be told many times a second: they move them by a way; pull or turn
 * them, so that the rectangle `whole` around them becomes `box` (of a single thing, its own box); or pull one end of an arrow, which would hold on to `hold`.
 */
export type Carry =
  | { ids: readonly ThingId[]; by: Point }
  | { ids: readonly ThingId[]; whole: Bounds; box: Box }
  | { ids: readonly ThingId[]; end: 'from' | 'to'; at: Point; hold: ThingId | null };

/** How things would be changed if they were let go now. */
export function letGo(scene: Scene, carry: Carry): Map<ThingId, ThingChange> {
  if ('by' in carry) return movedTogether(scene, carry.ids, carry.by);
  const changes = new Map<ThingId, ThingChange>();
  for (const id of carry.ids) {
    const thing = scene.get(id);
    const change = thing && ('end' in carry ? endPulled(scene, thing, carry) : boxPulled(thing, carry));
    if (change) changes.set(id, change);
  }
  return changes;
}

function endPulled(scene: Scene, thing: Thing, { end, at, hold }: Extract<Carry, { end: string }>): ThingChange | null {
  if (thing.kind !== 'arrow') return null;
  const [from, to] = arrowEnds(scene, thing);
  return end === 'from' ? { line: lineOf(at, to), from: hold } : { line: lineOf(from, at), to: hold };
}

function boxPulled(thing: Thing, { ids, whole, box }: Extract<Carry, { box: Box }>): ThingChange | null {
  if (!isBoxed(thing)) return null;
  return { at: ids.length === 1 ? boxOf(...box) : laidAlong(thing.at, whole, box) };
}

/** The same hand before it has moved anything. */
export function taken(scene: Scene, carry: Carry): Carry {
  if ('by' in carry) return { ...carry, by: [0, 0] };
  const thing = scene.get(carry.ids[0] ?? '');
  if ('box' in carry) {
    const own = carry.ids.length === 1 && thing && isBoxed(thing) ? thing.at : null;
    return { ...carry, box: own ?? [...carry.whole, 0] };
  }
  return thing?.kind === 'arrow' ? { ...carry, at: arrowEnds(scene, thing)[carry.end === 'from' ? 0 : 1] } : carry;
}

/** Whether two words are of one and the same hand, which has only gone on. */
export const isOneHand = (one: Carry, other: Carry): boolean =>
  gripOf(one) === gripOf(other) &&
  one.ids.length === other.ids.length &&
  one.ids.every((id, at) => id === other.ids[at]);

const gripOf = (carry: Carry): string =>
  'by' in carry ? 'moves' : 'box' in carry ? `pulls ${carry.whole.join()}` : carry.end;

/** A hand on its way from one word to the next, as a part of what is left; it arrives when nobody sees a difference any more. */
export function towardsNext(from: Carry, to: Carry, part: number): Carry {
  if ('by' in from && 'by' in to) {
    const by = along(from.by, to.by, part);
    return by === to.by ? to : { ...to, by };
  }
  if ('end' in from && 'end' in to) {
    const at = along(from.at, to.at, part);
    return at === to.at ? to : { ...to, at };
  }
  if (!('box' in from && 'box' in to)) return to;
  const [left, top, width, height, degrees] = to.box;
  const end: Box = [left, top, width, height, from.box[4] + shortestTurn(from.box[4], degrees)];
  const box = along(from.box, end, part);
  return box === end ? to : { ...to, box: boxOf(...box) };
}

/** Nearer than this nobody sees a difference. */
const unseen = 0.2;

function along<Numbers extends readonly number[]>(from: Numbers, to: Numbers, part: number): Numbers {
  const left = from.map((value, at) => (to[at] ?? value) - value);
  if (left.every(way => Math.abs(way) < unseen)) return to;
  return from.map((value, at) => value + (left[at] ?? 0) * part) as unknown as Numbers;
}

/** From one turn to another the shorter way round, in degrees. */
const shortestTurn = (from: number, to: number): number => ((((to - from) % 360) + 540) % 360) - 180;
