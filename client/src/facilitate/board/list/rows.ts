import { inFrame } from '@multaqa/shared/facilitate/board/scene/company';
import { isDrawn, mergedInto, mergedNotes } from '@multaqa/shared/facilitate/board/scene/merged';
import { frameOf, inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { textOf } from '@multaqa/shared/facilitate/board/table/board-table';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import { fold } from '../../../platform/fold.ts';

/** A thing in the list. `level`: 1 on the board, 2 in a frame, one more for what was merged into a note. `holds`: how many lie in a frame. */
export type Row = { thing: Thing; level: number; words: string; frame: ThingId | null; holds: number };

type Reading = { direction: TextDirection; said(key: string): string };

/** Everything on a board in the order in which it is read: what lies in a frame after it, what was merged into a note after that. */
export function rowsOf(scene: Scene, { direction, said }: Reading): Row[] {
  const parts = mergedNotes(scene);
  const rowOf = (thing: Thing): Row => {
    const frame = frameOf(scene, mergedInto(scene, thing) ?? thing);
    const level = (frame === null ? 1 : 2) + (isDrawn(scene, thing) ? 0 : 1);
    const holds = thing.kind === 'frame' ? inFrame(scene, thing.id).length : 0;
    return { thing, level, words: textOf(thing, { said }), frame, holds };
  };
  return inReadingOrder(scene, direction)
    .filter(thing => isDrawn(scene, thing))
    .flatMap(thing => [thing, ...(parts.get(thing.id) ?? [])].map(rowOf));
}

/** The rows in which all these words are, in what a thing says or in its tags; frames that hold one stay. */
export function filtered(rows: readonly Row[], wanted: string): readonly Row[] {
  const words = fold(wanted).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  const isMatch = ({ words: said, thing }: Row) => {
    const text = fold(`${said} ${thing.tags.join(' ')}`);
    return words.every(word => text.includes(word));
  };
  const found = rows.filter(isMatch);
  const frames = new Set(found.map(({ frame }) => frame));
  return rows.filter(row => found.includes(row) || frames.has(row.thing.id));
}
