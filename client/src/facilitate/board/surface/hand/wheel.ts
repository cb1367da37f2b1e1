import type { Desk } from '../desk.ts';

/** Pixels in a line and in a page, where a wheel counts in these. */
const units = [1, 16, 400] as const;

/** The wheel and the touch pad: they push the board, and with Control, or two fingers that part, bring it nearer at the pointer. */
export function openWheel({ camera }: Desk, root: HTMLElement): () => void {
  const wheel = (event: WheelEvent) => {
    if ((event.target as Element).closest('[data-own]')) return;
    event.preventDefault();
    const unit = units[event.deltaMode] ?? 1;
    const [across, down] = [event.deltaX * unit, event.deltaY * unit];
    if (event.ctrlKey || event.metaKey) {
      const turn = Math.min(60, Math.max(-60, down));
      return camera.zoomAt(pixelOf(event, root), camera.now().zoom * Math.exp(-turn / 120));
    }
    const isSideways = event.shiftKey && across === 0;
    camera.push(isSideways ? [-down, 0] : [-across, -down]);
  };
  let before = 1;
  // Safari tells of a touch pad's pinch in events of its own.
  const pinch = (event: Event) => {
    event.preventDefault();
    const { scale } = event as Event & { scale: number };
    if (event.type === 'gesturechange')
      camera.zoomAt(pixelOf(event as MouseEvent, root), camera.now().zoom * (scale / before));
    before = event.type === 'gesturestart' ? 1 : scale;
  };
  root.addEventListener('wheel', wheel, { passive: false });
  for (const name of ['gesturestart', 'gesturechange']) root.addEventListener(name, pinch);
  return () => {
    root.removeEventListener('wheel', wheel);
    for (const name of ['gesturestart', 'gesturechange']) root.removeEventListener(name, pinch);
  };
}

function pixelOf({ clientX, clientY }: MouseEvent, root: HTMLElement): readonly [number, number] {
  const { left, top } = root.getBoundingClientRect();
  return [clientX - left, clientY - top];
}
