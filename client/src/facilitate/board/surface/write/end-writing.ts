import { changeThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { boxOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { OfKind, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Desk } from '../desk.ts';

/** Leaves the field of a thing. A text without words goes again; one with words becomes as high as they are. */
export function endWriting(desk: Desk, id: ThingId): void {
  if (desk.ui.getState().writes !== id) return;
  const thing = desk.board.scene().get(id);
  const high = desk.root.now?.querySelector(`[data-thing="${id}"] [data-own]`)?.scrollHeight ?? 0;
  desk.ui.setState({ writes: null });
  if (thing?.kind !== 'text') return;
  if (thing.text.trim() || thing.says) grow(desk, thing, high);
  else desk.board.edit(doc => removeThings(doc, [id]), `write ${id}`);
}

function grow({ board }: Desk, { id, at }: OfKind<'text'>, high: number): void {
  const [left, top, width, height, degrees] = at;
  if (high <= 0 || Math.abs(high - height) < 2) return;
  board.edit(doc => changeThing(doc, id, { at: boxOf(left, top, width, high, degrees) }), `write ${id}`);
}
