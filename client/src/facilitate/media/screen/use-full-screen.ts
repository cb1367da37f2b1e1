import { type RefObject, useCallback, useEffect, useState } from 'react';
import { reportFault } from '../../../platform/report-fault.ts';

/** Gives an element the whole screen and back, where the browser can. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [element]);
  const toggle = useCallback(() => {
    // A browser that refuses leaves things as they are.
    const change = document.fullscreenElement ? document.exitFullscreen() : element.current?.requestFullscreen();
    change?.catch(reportFault('full-screen'));
  }, [element]);
  return { isPossible: document.fullscreenEnabled === true, isFull, toggle };
}
