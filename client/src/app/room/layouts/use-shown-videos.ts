import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import { type RefObject, useEffect, useState } from 'react';
import { useMediaActions } from '../../../facilitate/media/use-media.ts';

/** Asks for the videos that a layout shows, and for none while something covers it. (Of a hidden tab the media client itself takes care.) */
export function useShownVideos(layout: RefObject<HTMLElement | null>, videos: readonly ShownVideo[]): void {
  const { showVideos } = useMediaActions();
  const isSeen = useIsSeen(layout);
  const wanted = JSON.stringify(isSeen ? videos : []);
  useEffect(() => showVideos(JSON.parse(wanted) as ShownVideo[]), [showVideos, wanted]);
}

/** False while the element lies below a sheet that has all of a phone's screen. */
function useIsSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isOnPage, setOnPage] = useState(true);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(entries => setOnPage(entries.at(-1)?.isIntersecting ?? true));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isOnPage;
}
