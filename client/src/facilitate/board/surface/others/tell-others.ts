import { limits } from '@multaqa/shared/limits';
import type { Awareness } from 'y-protocols/awareness';
import type { Desk } from '../desk.ts';
import { toldOf } from './told.ts';

/** Tells the others where this person points, what they have chosen and in hand, and what they have in sight. Returns how to stop. */
export function tellOthers(desk: Desk, awareness: Awareness): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  const tell = () => {
    timer = undefined;
    const { chosen, carry, writes } = desk.ui.getState();
    const told = toldOf({
      ...(desk.pointer.now && { at: desk.pointer.now }),
      ...(carry && { carry }),
      ...(writes && { writes }),
      chosen: [...chosen],
      view: desk.view(),
    });
    const now = JSON.stringify(told);
    if (now === said) return;
    said = now;
    awareness.setLocalState({ ...told });
  };
  const later = () => {
    timer ??= setTimeout(tell, limits.caretTick);
  };
  tell();
  const ends = [desk.ui.subscribe(later), desk.camera.subscribe(later), desk.pointer.subscribe(later)];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
    awareness.setLocalState(null);
  };
}
