import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Guest } from '../guest.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Together the two languages see every page light and dark, on a desk and on the narrowest phone. */
const looks = {
  en: [
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 320 },
  ],
  ar: [
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 320 },
  ],
} as const;

/** Looks for barriers on what is on the screen now, and for content that needs scrolling sideways. */
export const inspect = ({ page, person }: Guest, name: string): Promise<void> =>
  test.step(`inspect ${name}`, async () => {
    // Only what is wrong is wanted, and there are no frames of strangers to step into.
    const axe = new AxeBuilder({ page }).options({ runOnly: tags, resultTypes: ['violations'] }).setLegacyMode();
    for (const { colorScheme, width } of looks[person.language]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      // A busy page hears of it late, and would be looked at while it changes.
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await page.evaluate(settle);
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ failureSummary, target }) => `${id} ${target}: ${failureSummary}`),
      );
      const where = `${name}, ${person.language}, ${colorScheme}, ${width} px`;
      expect.soft(found, where).toEqual([]);
      expect.soft(await overflow(page), `${where}: reaches beyond the screen by px`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(person.viewport);
  });

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Resolves when what moves for a moment stands still. */
async function settle(): Promise<void> {
  await new Promise(resolve => requestAnimationFrame(resolve));
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}
