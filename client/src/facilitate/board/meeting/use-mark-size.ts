import { type RefObject, useEffect } from 'react';
import type { Desk } from '../surface/desk.ts';

/** Dots grow by this much at most where things are small, so that a thumb finds them and the words stay. */
const most = 1.8;

/** Tells what stands at things by how much it is to be larger than they are: the further away they are, the more. */
export function useMarkSize(around: RefObject<HTMLElement | null>, desk: Desk | null): void {
  useEffect(() => {
    if (!desk) return;
    let told = 0;
    const tell = () => {
      const size = Math.round(10 * Math.min(most, Math.max(1, 1 / desk.camera.now().zoom))) / 10;
      if (size === told) return;
      told = size;
      around.current?.style.setProperty('--mark-size', String(size));
    };
    tell();
    return desk.camera.subscribe(tell);
  }, [around, desk]);
}
