import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Under a picture stand its tools, px. */
const tools = 64;
/** Lower pictures than this are scrolled, px. */
const least = 280;

/** How much height there is from an element to the end of what scrolls around it, px; null where nothing does or nobody asks. */
export function useRoomBelow(isAsked: boolean): { ref(element: HTMLElement | null): void; room: number | null } {
  const element = useRef<HTMLElement | null>(null);
  const [room, setRoom] = useState<number | null>(null);
  const ref = useCallback((found: HTMLElement | null) => {
    element.current = found;
  }, []);
  useLayoutEffect(() => {
    const own = element.current;
    const around = isAsked && own ? scrollerOf(own) : null;
    if (!own || !around) return;
    const measure = () => {
      const top = own.getBoundingClientRect().top - around.getBoundingClientRect().top + around.scrollTop;
      const padding = Number.parseFloat(getComputedStyle(around).paddingBlockEnd) || 0;
      setRoom(Math.max(least, Math.floor(around.clientHeight - top - padding - tools)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [isAsked]);
  return { ref, room };
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let one = element.parentElement; one && one !== document.body; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return null;
}
