import { type RefObject, useCallback, useEffect, useState } from 'react';
import { reportFault } from '../../../platform/report-fault.ts';

/** Shows an element in full screen and back, where the browser can. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [element]);
  const toggle = useCallback(() => {
    // When the browser refuses, nothing changes.
    const change = document.fullscreenElement ? document.exitFullscreen() : element.current?.requestFullscreen();
    change?.catch(reportFault('full-screen'));
  }, [element]);
  return { isPossible: document.fullscreenEnabled === true, isFull, toggle };
}
