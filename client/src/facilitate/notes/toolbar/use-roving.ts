import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';

const toolsIn = (bar: HTMLElement): HTMLElement[] => [
  ...bar.querySelectorAll<HTMLElement>('[data-tool]:not(:disabled)'),
];

/**
 * One stop of the Tab key for a whole toolbar; arrows lead from tool to tool, as
 * https://www.w3.org/WAI/ARIA/apg/patterns/toolbar says. Returns what the toolbar listens with.
 */
export function useRoving(bar: RefObject<HTMLElement | null>, leave: () => void) {
  useLayoutEffect(() => {
    if (bar.current) keepOneStop(bar.current);
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    const tools = toolsIn(event.currentTarget);
    const at = tools.indexOf(event.target as HTMLElement);
    const next = at < 0 ? undefined : tools[indexAfter(event, at, tools.length)];
    if (!next || next === event.target) return;
    event.preventDefault();
    next.focus();
  };
  const onFocus = ({ currentTarget, target }: { currentTarget: HTMLElement; target: EventTarget }) => {
    if (!(target instanceof HTMLElement) || !target.hasAttribute('data-tool')) return;
    for (const tool of toolsIn(currentTarget)) tool.tabIndex = tool === target ? 0 : -1;
  };
  return { onKeyDown, onFocus };
}

function keepOneStop(bar: HTMLElement): void {
  const tools = toolsIn(bar);
  const stops = tools.filter(tool => tool.tabIndex === 0);
  if (stops.length !== 1) for (const [at, tool] of tools.entries()) tool.tabIndex = at === 0 ? 0 : -1;
}

function indexAfter({ key, currentTarget }: KeyboardEvent<HTMLElement>, at: number, count: number): number {
  const forward = getComputedStyle(currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return at;
  return (at + (key === forward ? 1 : -1) + count) % count;
}
