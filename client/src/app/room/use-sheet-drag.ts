import { type PointerEvent, useRef } from 'react';
import type { PanelState } from './use-panel.ts';

/** A finger that moves less than this, in CSS px, has pressed something. */
const least = 36;

/**
 * The sheet of a phone follows the finger by its head: up to half of the screen and to all of it, down again to its tabs.
 * The buttons in the head do the same without a gesture.
 */
export function useSheetDrag({ open, isTall, show, setTall, close }: PanelState, first: string) {
  const start = useRef<number | null>(null);
  const sheetOf = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest('aside');
  const raise = () => (open === null ? show(first) : setTall(true));
  const lower = () => (isTall ? setTall(false) : close());
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.pointerType === 'touch') start.current = event.clientY;
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (start.current === null) return;
      const way = event.clientY - start.current;
      if (Math.abs(way) < least) return;
      // From here on it is a gesture, and what lies below the finger is not pressed.
      event.currentTarget.setPointerCapture(event.pointerId);
      sheetOf(event)?.style.setProperty('translate', `0 ${Math.max(0, way)}px`);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (start.current === null) return;
      const way = event.clientY - start.current;
      start.current = null;
      sheetOf(event)?.style.removeProperty('translate');
      if (way <= -least) raise();
      if (way >= least && open !== null) lower();
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      start.current = null;
      sheetOf(event)?.style.removeProperty('translate');
    },
  };
}
