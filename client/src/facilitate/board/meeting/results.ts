import type { DotResult } from '@multaqa/shared/facilitate/board/board.state';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { isWritten, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';

/** A thing with its dots; `thing` is null once it is off the board. */
export type Placed = DotResult & { id: ThingId; thing: Thing | null };

/** The ids of things by their dots, the most first; of as many dots those of more people. */
export const inOrder = (result: { readonly [thing: ThingId]: DotResult }): (DotResult & { id: ThingId })[] =>
  Object.entries(result)
    .map(([id, one]) => ({ ...one, id }))
    .sort((a, b) => b.dots - a.dots || b.people - a.people || (a.id < b.id ? -1 : 1));

/** The same with the things themselves. */
export const ranked = (scene: Scene, result: { readonly [thing: ThingId]: DotResult }): Placed[] =>
  inOrder(result).map(one => ({ ...one, thing: scene.get(one.id) ?? null }));

/** Whether dots may be put on a thing. */
export function isVotable(thing: Thing, frame: ThingId | null): boolean {
  if (thing.into !== null) return false;
  if (frame === null) return thing.kind === 'note';
  return thing.frame === frame && (isWritten(thing) || thing.kind === 'image') && thing.kind !== 'arrow';
}

/** How many dots a thing has when somebody taps it once more: one more, and none after the most. */
export function afterTap(now: number, most: number, left: number): number {
  return now < most && left > 0 ? now + 1 : 0;
}
