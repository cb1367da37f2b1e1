import { type Screen, shown } from './screens.ts';

/** For everybody, when a session is over. */
export const closingScreens: readonly Screen[] = [
  {
    name: 'after the session',
    async open({ page, word }, { session }) {
      await page.goto(session);
      await shown(page.getByText(word('readDraft')));
    },
  },
  {
    name: 'report of a session',
    async open({ page }, { dialogue }) {
      await page.goto(`${dialogue}/report`);
      await shown(page.getByRole('article').getByRole('listitem'));
    },
  },
];
