import { expect, type Locator } from '@playwright/test';
import { openChat, openPeople, startClosing } from './facilitate/meeting.ts';
import type { Guest } from './guest.ts';

/** The addresses that screens belong to. */
export type Places = { dialogue: string; session: string; invitation: string };

/** One thing that people look at, and the way there from anywhere; `open` resolves when it is drawn. */
export type Screen = { name: string; open(guest: Guest, places: Places): Promise<void> };

/** Resolves when something is on the screen; outside of tests the library itself waits five seconds only. */
export const shown = (what: Locator): Promise<void> => expect(what.first()).toBeVisible({ timeout: 20_000 });

/** For an organiser outside the rooms. */
export const organiserScreens: readonly Screen[] = [
  {
    name: 'dashboard',
    async open({ page }) {
      await page.goto('/');
      await shown(page.getByRole('article'));
    },
  },
  {
    name: 'preferences',
    async open({ page, button, word }) {
      await page.goto('/');
      await shown(button('newDialogue'));
      await button('preferences').click();
      await shown(page.getByRole('menuitem', { name: word('shortcuts') }));
    },
  },
  {
    name: 'languages',
    async open({ page, button }) {
      await page.goto('/');
      await shown(button('newDialogue'));
      await page.getByRole('button', { name: /English|العربية/ }).click();
      await shown(page.getByRole('menu'));
    },
  },
  {
    name: 'shortcuts',
    async open({ page, dialog, button }) {
      await page.goto('/');
      await shown(button('newDialogue'));
      await page.keyboard.press('?');
      await shown(dialog('shortcuts'));
    },
  },
  {
    name: 'new dialogue',
    async open({ page, button, field }) {
      await page.goto('/');
      await button('newDialogue').click();
      await shown(field('title'));
    },
  },
  {
    name: 'dialogue',
    async open({ page, heading }, { dialogue }) {
      await page.goto(dialogue);
      await shown(heading('sessions'));
    },
  },
  {
    name: 'people',
    async open({ page, button }, { dialogue }) {
      await page.goto(`${dialogue}/people`);
      await shown(button('exportList'));
      await page.getByRole('checkbox').nth(1).check();
    },
  },
  {
    name: 'person with mistakes',
    async open({ page, button, dialog, word }, { dialogue }) {
      await page.goto(`${dialogue}/people`);
      await button('addPerson').first().click();
      await dialog('addPerson')
        .getByRole('button', { name: word('addPerson') })
        .click();
    },
  },
  {
    name: 'questions',
    async open({ page, button }, { dialogue }) {
      await page.goto(`${dialogue}/people/form`);
      await shown(button('closeForm'));
    },
  },
  {
    name: 'import',
    async open({ page, button }, { dialogue }) {
      await page.goto(`${dialogue}/people/import`);
      await shown(button('chooseFile'));
    },
  },
  {
    name: 'rows to import',
    async open({ page, button, field, word }, { dialogue }) {
      await page.goto(`${dialogue}/people/import`);
      await field('pasteRows').fill('Name\tMunicipality\tCountry\nDina\tNablus\tAtlantis\nBen\tIrbid\tJO');
      await button('readRows').click();
      await shown(page.getByRole('region', { name: word('rowsToImport') }));
    },
  },
  {
    name: 'clusters',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/clusters`);
      await shown(heading('clusters'));
    },
  },
  {
    name: 'sessions',
    async open({ page, button }, { dialogue }) {
      await page.goto(`${dialogue}/sessions`);
      await shown(button('planSession'));
    },
  },
  {
    name: 'session to plan',
    async open({ page, button, dialog }, { dialogue }) {
      await page.goto(`${dialogue}/sessions`);
      await button('planSession').click();
      await shown(dialog('planSession'));
    },
  },
  {
    name: 'report',
    async open({ page }, { dialogue }) {
      await page.goto(`${dialogue}/report`);
      await shown(page.getByRole('article'));
    },
  },
  {
    name: 'organisers',
    async open({ page, button }) {
      await page.goto('/organisers');
      await shown(button('addOrganiser'));
    },
  },
  {
    name: 'nothing here',
    async open({ page, heading }) {
      await page.goto('/nowhere');
      await shown(heading('nothingHere'));
    },
  },
];

/** For somebody whom nobody knows yet. */
export const strangerScreens: readonly Screen[] = [
  {
    name: 'welcome',
    async open({ page, heading }) {
      await page.goto('/');
      await shown(heading('welcome'));
    },
  },
  {
    name: 'link that does not open',
    async open({ page, heading }) {
      await page.goto('/');
      await page.goto('/j/#nothing-at-all-behind-this');
      await shown(heading('linkDoesNotOpen'));
    },
  },
  {
    name: 'invitation',
    async open({ page, button, word }, { invitation }) {
      await page.goto('/');
      await page.goto(invitation);
      await button('join').click();
      await shown(page.getByText(word('agreeFirst')));
    },
  },
];

/** For a participant outside the rooms. */
export const participantScreens: readonly Screen[] = [
  {
    name: 'dialogue of a participant',
    async open({ page, heading }, { dialogue }) {
      await page.goto(dialogue);
      await shown(heading('sessions'));
    },
  },
  {
    name: 'answers',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/answers`);
      await shown(heading('aboutYou'));
    },
  },
  {
    name: 'clusters of a participant',
    async open({ page, heading }, { dialogue }) {
      await page.goto(`${dialogue}/clusters`);
      await shown(heading('clusters'));
    },
  },
  {
    name: 'devices',
    async open({ page, word }, { dialogue }) {
      await page.goto(`${dialogue}/devices`);
      await page.getByRole('radio', { name: word('camera') }).check();
      await shown(page.locator('video'));
    },
  },
];

/** For whoever has a place in the session, lobby or plenary. */
export const roomScreens: readonly Screen[] = [
  {
    name: 'room with its chat',
    async open(guest, { session }) {
      await guest.page.goto(session);
      await openChat(guest);
    },
  },
  {
    name: 'room with its people',
    async open(guest, { session }) {
      await guest.page.goto(session);
      await openPeople(guest);
    },
  },
];

/** For a host in a room where somebody has written. */
export const hostScreens: readonly Screen[] = [
  {
    name: 'menu of a message',
    async open({ page }, { session }) {
      await page.goto(session);
      await page.getByRole('article').last().getByRole('button').last().click();
      await shown(page.getByRole('menu'));
    },
  },
  {
    name: 'session to close',
    async open(guest, { session }) {
      await guest.page.goto(session);
      await startClosing(guest);
    },
  },
];
