import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** Where a key leads from the seat at `at`; null for keys that lead nowhere. */
function target(key: string, at: number, count: number, isRightToLeft: boolean): number | null {
  const along = isRightToLeft ? -1 : 1;
  const steps: Record<string, number> = { ArrowRight: along, ArrowLeft: -along, ArrowDown: 1, ArrowUp: -1 };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? null : (at + step + count) % count;
}

/** One stop for the Tab key in a list of seats, which are found by `data-seat`; arrow keys go round it, Home and End to its ends. */
export function useRound(keys: readonly string[]) {
  const [last, setLast] = useState<string | null>(null);
  const current = last !== null && keys.includes(last) ? last : (keys[0] ?? null);
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    if (event.target.dataset.seat) setLast(event.target.dataset.seat);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { currentTarget } = event;
    const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl';
    const next = target(event.key, keys.indexOf(current ?? ''), keys.length, isRightToLeft);
    if (next === null || !(event.target as HTMLElement).dataset.seat) return;
    event.preventDefault();
    currentTarget.querySelector<HTMLElement>(`[data-seat="${CSS.escape(keys[next] ?? '')}"]`)?.focus();
  };
  return { current, onFocus, onKeyDown };
}
