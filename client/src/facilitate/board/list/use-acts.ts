import { changeThing, type ThingChange, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { middleOf, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { type Height, reordered } from '@multaqa/shared/facilitate/board/scene/order';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { announce } from '../../../design/announce.ts';
import { offerUndo, tell } from '../../../design/toasts.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { newThingId } from '../scene/new-thing.ts';
import { takeOff } from '../scene/take-off.ts';
import { notesFrom } from '../transfer/notes-from.ts';
import { putThings } from '../transfer/target.ts';
import type { ListProps } from './list-context.ts';
import { movedBy, movedInto } from './moves.ts';
import { useText } from './texts.ts';

/** What can be written about a thing in its form. */
export type Edited = { words: string | null; change: ThingChange; frame: ThingId | null };

/** What is done with things in the list; each act is one step of undo and is said. */
export function useActs({ board }: Pick<ListProps, 'board'>, nameOf: (thing: Thing) => string) {
  const text = useText();
  const { direction } = useLanguage();
  const write = (changes: ReadonlyMap<ThingId, ThingChange>, joins?: string) =>
    board.edit(doc => {
      for (const [id, change] of changes) changeThing(doc, id, change);
    }, joins);
  return {
    move(thing: Thing, way: Point) {
      if (thing.fixed) return;
      write(movedBy(board.scene(), thing.id, way), `move ${thing.id}`);
      announce(text('board.list.moved', { name: nameOf(thing) }));
    },
    reorder(thing: Thing, height: Height) {
      write(reordered(board.scene(), [thing.id], height));
      announce(text('board.list.moved', { name: nameOf(thing) }));
    },
    takeOut(thing: Thing) {
      write(new Map([[thing.id, { into: null }]]));
      announce(text('board.list.saved', { name: nameOf(thing) }));
    },
    remove(thing: Thing) {
      if (thing.fixed) return;
      const bringBack = takeOff(board, [thing]);
      const message = text('board.list.removed', { name: nameOf(thing) });
      announce(message);
      offerUndo({ message, label: text('common.undo'), undo: bringBack });
    },
    save(thing: Thing, { words, change, frame }: Edited) {
      const moves = frame === thing.frame ? new Map() : movedInto(board.scene(), thing.id, frame, direction);
      board.edit(doc => {
        if (words !== null) writeThing(doc, thing.id, words);
        changeThing(doc, thing.id, change);
        for (const [id, moved] of moves) changeThing(doc, id, moved);
      });
      announce(text('board.list.saved', { name: words || nameOf(thing) }));
    },
    /** A new note beside what is there; its id, or null where there is no room. */
    add(words: string): ThingId | null {
      const scene = board.scene();
      const around = unionOf([...scene.values()].map(thing => thingBounds(scene, thing)));
      const at: Point = around ? middleOf(around) : [0, 0];
      const notes = notesFrom([words], { scene, at, direction, colour: 'yellow', newId: newThingId });
      if (putThings({ board, choose: () => {} }, notes)) {
        announce(text('board.list.added', { name: words }));
        return notes[0]?.[0] ?? null;
      }
      tell(text('board.list.full'), 'danger');
      return null;
    },
  };
}

export type Acts = ReturnType<typeof useActs>;
