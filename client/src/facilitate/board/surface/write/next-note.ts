import { boxOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { newThing } from '../../scene/new-thing.ts';
import type { Desk } from '../desk.ts';
import { put } from '../edit.ts';
import { endWriting } from './end-writing.ts';
import { startWriting } from './start-writing.ts';

/** From one note to the next, in units of the board. */
const gap = 20;

/** Begins the next note beside one, of the same size and colour: on the side to which people read. */
export function nextNote(desk: Desk, id: ThingId, isToTheLeft: boolean): void {
  const note = desk.board.scene().get(id);
  if (note?.kind !== 'note') return;
  const [left, top, width, height] = note.at;
  const direction = isToTheLeft ? 'rtl' : 'ltr';
  const wanted: Point = [isToTheLeft ? left - width - gap : left + width + gap, top];
  const taken = desk.index.within([left - 20 * width, top - 20 * height, 40 * width, 40 * height]).flatMap(one => {
    const bounds = desk.board.scene().get(one)?.kind === 'frame' ? null : desk.index.boundsOf(one);
    return bounds ? [bounds] : [];
  });
  const [x, y] = freePlace(taken, [width, height], wanted, { gap, direction });
  const data = newThing(desk.board.scene(), {
    kind: 'note',
    at: boxOf(x, y, width, height),
    colour: note.colour,
    text: '',
    says: null,
  });
  const [next] = put(desk, [data]) ?? [];
  if (next === undefined) return;
  endWriting(desk, id);
  startWriting(desk, next);
  desk.camera.reveal([x, y, width, height]);
}
