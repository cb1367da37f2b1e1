import { type RefObject, useLayoutEffect, useState } from 'react';
import { fittingIn } from './fitting.ts';

/** What the button of the menu takes at the end of the row, in CSS px. */
const more = 44;

/**
 * Which tabs of a row, or of a column, find a place in it. It is measured before anything is painted, when the tabs change and
 * when the row does. Tabs without a place stay in the document, where they can be measured, and nobody sees them.
 */
export function useFitting(
  row: RefObject<HTMLElement | null>,
  tabs: string,
  openAt: number,
): ReadonlySet<number> | null {
  const [fitting, setFitting] = useState<ReadonlySet<number> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the tabs say is the occasion to measure them again.
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    const measure = () => {
      const next = measured(element, openAt);
      setFitting(before => (before && isSame(before, next) ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [row, tabs, openAt]);
  return fitting;
}

function measured(row: HTMLElement, openAt: number): ReadonlySet<number> {
  const { flexDirection, gap } = getComputedStyle(row);
  const isColumn = flexDirection === 'column';
  const between = Number.parseFloat(gap) || 0;
  const tabs = [...row.querySelectorAll<HTMLElement>('[role="tab"]')];
  const lengths = tabs.map(tab => (isColumn ? tab.offsetHeight : tab.offsetWidth) + between);
  // The button of the menu stands beside the row, and takes its place from it once it is there.
  const beside = row.parentElement?.querySelector<HTMLElement>('[data-more]');
  const own = isColumn ? row.clientHeight : row.clientWidth;
  const room = own + between + (beside ? (isColumn ? beside.offsetHeight : beside.offsetWidth) : 0);
  return fittingIn({ lengths, needed: openAt < 0 ? null : openAt, room, more });
}

const isSame = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every(at => b.has(at));
