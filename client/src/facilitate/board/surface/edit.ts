import { addThing, changeThing, type ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { newThingId } from '../scene/new-thing.ts';
import { takeOff } from '../scene/take-off.ts';
import type { Desk } from './desk.ts';

export type Changes = ReadonlyMap<ThingId, ThingChange>;

/** Things as they would be after changes. */
export function changed(scene: Scene, changes: Changes): Map<ThingId, Thing> {
  const after = new Map<ThingId, Thing>();
  for (const [id, change] of changes) {
    const thing = scene.get(id);
    if (thing) after.set(id, { ...thing, ...change } as Thing);
  }
  return after;
}

/** The changes of what this person may change; the rest stays. */
export function allowed(desk: Desk, changes: Changes): Changes {
  const scene = desk.board.scene();
  return new Map(
    [...changes].filter(([id]) => {
      const thing = scene.get(id);
      return thing !== undefined && desk.mayChange(thing);
    }),
  );
}

/** Writes changes as one step of undo; what this person may not change stays. */
export function commit(desk: Desk, changes: Changes, joins?: string): void {
  const made = allowed(desk, changes);
  if (made.size === 0) return;
  desk.board.edit(doc => {
    for (const [id, change] of made) changeThing(doc, id, change);
  }, joins);
}

/** Puts new things on the board as one step of undo; null when it is full. */
export function put(desk: Desk, all: readonly ThingData[]): ThingId[] | null {
  const things = all.map(data => [newThingId(), data] as const);
  return putAs(desk, things) ? things.map(([id]) => id) : null;
}

/** The same for things whose ids are known. */
export function putAs({ board, ui }: Desk, things: readonly (readonly [ThingId, ThingData])[]): boolean {
  if (ui.getState().access !== 'write') return false;
  let isFull = false;
  board.edit(doc => {
    for (const [id, data] of things) isFull ||= !addThing(doc, id, data);
  });
  if (isFull) board.undo();
  ui.setState({ isFull });
  return !isFull;
}

/** Takes the chosen things off the board; what is fixed or locked stays. Returns how many went and how they come back; null when none did. */
export function removeChosen(desk: Desk): { count: number; bringBack(): void } | null {
  const going = desk.chosenThings().filter(thing => !thing.fixed && desk.mayChange(thing));
  return going.length > 0 ? { count: going.length, bringBack: takeOff(desk.board, going) } : null;
}
