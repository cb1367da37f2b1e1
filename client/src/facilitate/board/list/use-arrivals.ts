import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { useEffect, useRef } from 'react';
import { announce } from '../../../design/announce.ts';
import { useText } from './texts.ts';

/** Tells screen readers how many things others have put on the board; `announce` keeps it to one word in five seconds. */
export function useArrivals(scene: Scene, own: ThingId | null): void {
  const text = useText();
  const known = useRef<ReadonlySet<ThingId> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(scene.keys());
    if (!before) return;
    const come = [...scene.keys()].filter(id => !before.has(id) && id !== own).length;
    if (come === 0) return;
    announce(text('board.list.come', { count: come }));
  }, [scene, own, text]);
}
