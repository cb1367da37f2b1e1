import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';

/** Which things are drawn otherwise when another one changes: arrows that hold on to it, and the note that it is merged into. */
export type Relations = {
  /** What is drawn with each of these, and they themselves. */
  around(touched: Iterable<ThingId>): Set<ThingId>;
  /** The notes that were merged into one, by the order in which they were. */
  partsOf(id: ThingId): readonly ThingId[];
  update(touched: Iterable<ThingId>, before: Scene, after: Scene): void;
};

const holdsOf = (thing: Thing | undefined): readonly ThingId[] => {
  if (!thing) return [];
  const ends = thing.kind === 'arrow' ? [thing.from, thing.to] : [];
  return [...ends, thing.into].filter(id => id !== null);
};

/** Reads the relations of a scene; they are kept up to date by `update`. */
export function openRelations(scene: Scene): Relations {
  const holders = new Map<ThingId, Set<ThingId>>();
  const parts = new Map<ThingId, ThingId[]>();
  const add = (thing: Thing | undefined) => {
    if (!thing) return;
    for (const id of holdsOf(thing)) holders.set(id, (holders.get(id) ?? new Set()).add(thing.id));
    if (thing.into !== null) parts.set(thing.into, [...(parts.get(thing.into) ?? []), thing.id]);
  };
  const remove = (thing: Thing | undefined) => {
    if (!thing) return;
    for (const id of holdsOf(thing)) holders.get(id)?.delete(thing.id);
    if (thing.into !== null)
      parts.set(
        thing.into,
        (parts.get(thing.into) ?? []).filter(id => id !== thing.id),
      );
  };
  for (const thing of scene.values()) add(thing);
  return {
    around(touched) {
      const all = new Set(touched);
      // An arrow may hold on to a note that was merged: what holds on to what has moved is two steps away at most.
      for (let step = 0; step < 2; step += 1)
        for (const id of [...all]) for (const holder of holders.get(id) ?? []) all.add(holder);
      return all;
    },
    partsOf: id => parts.get(id) ?? [],
    update(touched, before, after) {
      for (const id of touched) {
        const [old, now] = [before.get(id), after.get(id)];
        if (old === now) continue;
        remove(old);
        add(now);
      }
    },
  };
}
