import type { Camera } from './camera.ts';

const keyOf = (board: string) => `multaqa.board-camera.${board}`;

/** Where this device looked at a board before; null for one that it does not know. */
export function recallCamera(board: string): Camera | null {
  try {
    const [x, y, zoom] = JSON.parse(localStorage.getItem(keyOf(board)) ?? '[]');
    return [x, y, zoom].every(Number.isFinite) && zoom > 0 ? { x, y, zoom } : null;
  } catch {
    // Without storage, or with something else in it, one begins with everything in sight.
    return null;
  }
}

/** Keeps where this device looks at a board. */
export function rememberCamera(board: string, { x, y, zoom }: Camera): void {
  try {
    localStorage.setItem(keyOf(board), JSON.stringify([x, y, zoom].map(value => Math.round(value * 1_000) / 1_000)));
  } catch {
    // It holds for this visit only.
  }
}
