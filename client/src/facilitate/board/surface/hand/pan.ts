import { distance, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Desk } from '../desk.ts';
import { type Grip, type Press, wayBetween } from './press.ts';

/** Pushes the board. `onTap` is called when nothing was pushed. */
export function panning(desk: Desk, begin: Press, onTap: () => void = () => {}): Grip {
  let last = begin;
  let isMoving = false;
  const end = () => desk.ui.setState({ busy: 'no' });
  return {
    move(press) {
      if (!isMoving && Math.hypot(...wayBetween(begin, press)) < 3) return;
      if (!isMoving) desk.ui.setState({ busy: 'panning' });
      isMoving = true;
      desk.camera.push(wayBetween(last, press));
      last = press;
    },
    up() {
      end();
      if (!isMoving) onTap();
    },
    cancel: end,
  };
}

/** Two fingers: the board goes with their middle, and nearer as they part. Returns what is called with where they are. */
export function pinching({ camera, ui }: Desk, begin: readonly Point[]): (fingers: readonly Point[]) => void {
  ui.setState({ busy: 'panning' });
  let last = spanOf(begin);
  return fingers => {
    const now = spanOf(fingers);
    if (!now || !last) return;
    camera.push([now.middle[0] - last.middle[0], now.middle[1] - last.middle[1]]);
    camera.zoomAt(now.middle, camera.now().zoom * (now.apart / last.apart));
    last = now;
  };
}

function spanOf([one, other]: readonly Point[]): { middle: Point; apart: number } | null {
  if (!one || !other) return null;
  return { middle: [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2], apart: Math.max(1, distance(one, other)) };
}
