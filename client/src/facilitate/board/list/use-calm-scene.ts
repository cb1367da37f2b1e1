import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { useEffect, useState } from 'react';
import type { Board } from '../scene/open-board.ts';

/** From one look at a board on which many write to the next, in ms. */
const pause = 300;

/** The things of a board, as they were a moment ago at most: a list is made again when it pays, and not with each move of a hand. */
export function useCalmScene(board: Board): Scene {
  const [scene, setScene] = useState(() => board.scene());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let seenAt = 0;
    const look = () => {
      timer = null;
      seenAt = Date.now();
      setScene(board.scene());
    };
    look();
    const stop = board.subscribe(() => {
      timer ??= setTimeout(look, Math.max(0, seenAt + pause - Date.now()));
    });
    return () => {
      stop();
      if (timer) clearTimeout(timer);
    };
  }, [board]);
  return scene;
}
