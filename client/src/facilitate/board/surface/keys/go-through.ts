import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import type { Desk } from '../desk.ts';

/**
 * Goes to the next thing in the order of reading, or to the one before, and brings it into sight. False at the ends, and from the board itself after
 * Escape: the focus then goes on beyond the board.
 */
export function goThrough(desk: Desk, step: 1 | -1, isToTheLeft: boolean): boolean {
  const { focused, chosen, kept, leaves } = desk.ui.getState();
  if (leaves) {
    desk.ui.setState({ leaves: false });
    return false;
  }
  const scene = desk.look.scene();
  const order = inReadingOrder(scene, isToTheLeft ? 'rtl' : 'ltr').filter(thing => isDrawn(scene, thing));
  const current = focused ?? chosen[0] ?? null;
  const at = order.findIndex(({ id }) => id === current);
  if (at < 0 && step < 0) return false;
  const next = order[at + step];
  if (!next) return false;
  desk.ui.setState({ chosen: [...new Set([...kept, next.id])], focused: next.id });
  const bounds = desk.index.boundsOf(next.id);
  if (bounds) desk.camera.reveal(bounds);
  return true;
}

/** Keeps the thing that has the focus chosen while Tab goes on, or lets it go again; what became of it, null without a focus. */
export function keepChosen({ ui }: Desk): 'kept' | 'let-go' | null {
  const { focused, kept } = ui.getState();
  if (focused === null) return null;
  const isKept = kept.includes(focused);
  ui.setState({ kept: isKept ? kept.filter(id => id !== focused) : [...kept, focused] });
  return isKept ? 'let-go' : 'kept';
}
