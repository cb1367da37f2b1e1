import { type Screen, shown } from '../../screens.ts';

/** For hosts who prepare breakouts of a dialogue that has a session. */
export const preparingScreens: readonly Screen[] = [
  {
    name: 'breakouts of a session',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/sessions`);
      await page.locator('a[href$="/rooms"]').first().click();
      await shown(heading('breakouts'));
    },
  },
  {
    name: 'rotation',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/rotation`);
      await shown(heading('rotation'));
    },
  },
];
