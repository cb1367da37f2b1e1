import type { Scene } from './scene.ts';
import type { OfKind, Thing, ThingId } from './thing.ts';

/** The note that a thing is drawn as a part of; null for what is drawn by itself. Where that note is gone or is a part itself, it stands alone. */
export function mergedInto(scene: Scene, thing: Thing): OfKind<'note'> | null {
  const target = thing.into === null || thing.into === thing.id ? undefined : scene.get(thing.into);
  return thing.kind === 'note' && target?.kind === 'note' && target.into === null ? target : null;
}

/** Whether a thing is drawn by itself. */
export const isDrawn = (scene: Scene, thing: Thing): boolean => mergedInto(scene, thing) === null;

/** The notes that were merged into each note, in the order of their ids. */
export function mergedNotes(scene: Scene): ReadonlyMap<ThingId, readonly OfKind<'note'>[]> {
  const parts = new Map<ThingId, OfKind<'note'>[]>();
  for (const thing of scene.values()) {
    const target = mergedInto(scene, thing);
    if (target && thing.kind === 'note') parts.set(target.id, [...(parts.get(target.id) ?? []), thing]);
  }
  for (const notes of parts.values()) notes.sort((one, other) => (one.id < other.id ? -1 : 1));
  return parts;
}
