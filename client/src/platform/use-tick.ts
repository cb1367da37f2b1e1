import { useEffect, useState } from 'react';

/** Draws the component again every so many ms; null stands still. Components of one pace are drawn together, in one frame. */
export function useTick(every: number | null): void {
  const [, setTick] = useState(0);
  useEffect(() => (every === null ? undefined : listen(every, () => setTick(tick => tick + 1))), [every]);
}

type Ticker = { timer: ReturnType<typeof setInterval>; listeners: Set<() => void> };
const tickers = new Map<number, Ticker>();

/** Calls `tick` every so many ms; returns how to end that. */
function listen(every: number, tick: () => void): () => void {
  const known = tickers.get(every);
  const listeners = known?.listeners ?? new Set<() => void>();
  listeners.add(tick);
  if (!known) tickers.set(every, { listeners, timer: setInterval(() => listeners.forEach(call), every) });
  return () => {
    listeners.delete(tick);
    if (listeners.size > 0) return;
    clearInterval(tickers.get(every)?.timer);
    tickers.delete(every);
  };
}

const call = (tick: () => void): void => tick();
