import { useEffect, useState } from 'react';

/** Draws the component again every so many ms; null stands still. */
export function useTick(every: number | null): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (every === null) return;
    const timer = setInterval(() => setTick(tick => tick + 1), every);
    return () => clearInterval(timer);
  }, [every]);
}
