/** The world around a pace; `now` in ms. */
type Clock = { now(): number; after(ms: number, run: () => void): () => void };

const deviceClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Passes on calls at once while they are few: `burst` of them, and one more after each `pace` ms. In a rush one call
 * stands for all that came since the last. `stop` forgets one that waits.
 */
export function paced(
  run: () => void,
  { pace, burst }: { pace: number; burst: number },
  { now, after }: Clock = deviceClock,
): { (): void; stop(): void } {
  let left = burst;
  let at = now();
  let cancel: (() => void) | null = null;
  const call = () => {
    const passed = (now() - at) / pace;
    at = now();
    left = Math.min(burst, left + passed);
    if (cancel) return;
    const go = () => {
      cancel = null;
      left -= 1;
      run();
    };
    if (left >= 1) go();
    else cancel = after((1 - left) * pace, go);
  };
  return Object.assign(call, { stop: () => cancel?.() });
}
