import { useReducedMotion } from '@mantine/hooks';
import type { Tally } from '@multaqa/shared/facilitate/polls/tally';
import { useEffect, useRef, useState } from 'react';

/** How long numbers count up, ms. */
const calm = 400;

/**
 * The tally on its way from what was shown to what it is now, so that numbers and bars grow calmly instead of jumping. At once
 * for whoever wants no motion, and for words, whose places would all change.
 */
export function useCalmTally(tally: Tally): Tally {
  const isStill = useReducedMotion() || Object.keys(tally.sums).some(key => key.includes(':'));
  const [shown, setShown] = useState<Tally>(isStill ? tally : { ...tally, sums: {} });
  const last = useRef(shown);
  useEffect(() => {
    const from = last.current;
    const started = performance.now();
    let frame = 0;
    const show = (now: Tally) => {
      last.current = now;
      setShown(now);
    };
    const step = () => {
      const passed = Math.min(1, (performance.now() - started) / calm);
      if (isStill || passed === 1) return show(tally);
      show(between(from, tally, 1 - (1 - passed) ** 3));
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [tally, isStill]);
  return isStill ? tally : shown;
}

function between(from: Tally, to: Tally, part: number): Tally {
  const keys = new Set([...Object.keys(from.sums), ...Object.keys(to.sums)]);
  const sums = Object.fromEntries(
    [...keys].map(key => [key, (from.sums[key] ?? 0) + ((to.sums[key] ?? 0) - (from.sums[key] ?? 0)) * part]),
  );
  return { voters: to.voters, sums };
}
