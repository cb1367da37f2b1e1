import { expect, type Locator } from '@playwright/test';
import { openChat, openPeople, startClosing } from './facilitate/meeting.ts';
import type { Guest } from './guest.ts';

/** The addresses that screens belong to. */
export type Places = { dialogue: string; session: string; invitation: string };

/** One thing that people look at, and the way there from anywhere; `open` resolves when it is drawn. */
export type Screen = { name: string; open(guest: Guest, places: Places): Promise<void> };

const shown = (what: Locator): Promise<void> => expect(what.first()).toBeVisible();

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

/** For whoever is in the plenary: its layouts, the last of them the one that it begins with. */
export const plenaryScreens: readonly Screen[] = [
  ...(['grid', 'list', 'stage'] as const).map(layout => ({
    name: `room as a ${layout}`,
    async open(guest: Guest, { session }: Places) {
      await keep(guest, 'layout', layout);
      await guest.page.goto(session);
      await takeSeat(guest);
      await guest.button('closePanel').click();
      await shown(
        layout === 'stage'
          ? guest.page.getByRole('figure')
          : guest.page.getByRole('list', { name: guest.word('everybody') }),
      );
    },
  })),
  {
    name: 'devices from within the room',
    async open(guest, { session }) {
      await guest.page.goto(session);
      await takeSeat(guest);
      await guest.button('more').last().click();
      await guest.page.getByRole('menuitem', { name: guest.word('checkDevices') }).click();
      await shown(guest.dialog('checkDevices').getByRole('button', { name: guest.word('testConnection') }));
    },
  },
];

/** For whoever has a place in a session, on a device that has not been asked yet. */
export const greenRoomScreens: readonly Screen[] = [
  {
    name: 'green room with a test of the connection',
    async open(guest, { session }) {
      const before = await keep(guest, 'devices', null);
      await guest.page.goto(session);
      await guest.page.getByRole('radio', { name: guest.word('camera') }).check();
      await guest.button('testConnection').click();
      // Each way has some seconds to be found.
      await expect(guest.button('testAgain')).toBeVisible({ timeout: 40_000 });
      await keep(guest, 'devices', before);
    },
  },
];

/** For the plenary while somebody else shares a screen. */
export const sharedScreens: readonly Screen[] = [
  {
    name: 'room with a shared screen',
    async open(guest, { session }) {
      await guest.page.goto(session);
      await takeSeat(guest);
      await guest.button('closePanel').click();
      await shown(guest.page.getByRole('application').locator('video'));
    },
  },
];

/** Changes what this device remembers, as a visit before this one would have; null forgets. Returns what it was. */
const keep = ({ page }: Guest, name: string, value: string | null): Promise<string | null> =>
  page.evaluate(
    ([key, next]) => {
      const before = localStorage.getItem(key);
      if (next === null) localStorage.removeItem(key);
      else localStorage.setItem(key, next);
      return before;
    },
    [`multaqa.${name}`, value] as const,
  );

/** Goes on once it is settled whether this device has the seat; takes it where another one had it. */
async function takeSeat({ button }: Guest): Promise<void> {
  const useThisOne = button('useThisOne');
  await shown(useThisOne.or(button('unmute')).or(button('mute')).or(button('turnSoundOn')));
  if (await useThisOne.isVisible()) await useThisOne.click();
}

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
