import { expect, type Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';

/** Presses Tab, or Shift and Tab, until this has the focus; every stop on the way must show that it has it. */
export async function tabTo({ page }: Guest, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const isThere = () => target.evaluate(element => element === document.activeElement);
  for (let stops = 0; !(await isThere()); stops += 1) {
    expect(stops, 'stops on the way').toBeLessThan(60);
    await page.keyboard.press(key);
    expect(await page.evaluate(stopWithoutRing), 'a stop that does not show its focus').toBeNull();
  }
}

/** What has the focus and does not show it by an outline of its own or of its frame; null when it does. */
function stopWithoutRing(): string | null {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const frames = [stop, stop.parentElement, stop.closest('label')].filter(frame => frame !== null);
  const hasRing = frames.some(frame => {
    const { outlineStyle, outlineWidth } = getComputedStyle(frame);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  return stop.matches(':focus-visible') && hasRing ? null : stop.outerHTML.slice(0, 200);
}
