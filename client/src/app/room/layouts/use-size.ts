import { type RefCallback, useCallback, useState } from 'react';
import type { Box } from './grid.ts';

/** The inner size of an element, followed as it changes; nothing until it is drawn. */
export function useSize(): [ref: RefCallback<HTMLElement>, size: Box] {
  const [size, setSize] = useState<Box>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
