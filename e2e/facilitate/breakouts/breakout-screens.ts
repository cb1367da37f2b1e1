import type { Guest } from '../../guest.ts';
import { type Screen, shown } from '../../screens.ts';
import { openTab } from '../meeting.ts';

/** Shows what is done in the breakout where somebody is, or for hosts what goes on in all of them. */
export const openBreakoutsTab = (guest: Guest): Promise<void> => openTab(guest, 'breakouts');

/** For hosts who prepare breakouts of a dialogue that has a session. */
export const preparingScreens: readonly Screen[] = [
  {
    name: 'breakouts of a session',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/sessions`);
      await page.locator('a[href$="/rooms"]').first().click();
      await shown(heading('breakoutsPage'));
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
