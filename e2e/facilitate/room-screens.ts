import { expect } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { type Places, type Screen, shown } from '../screens.ts';
import { openTab } from './meeting.ts';

/** For whoever is in the plenary: its layouts, the last of them the one that it begins with. */
export const plenaryScreens: readonly Screen[] = [
  ...(['grid', 'list', 'stage', 'table'] as const).map(layout => ({
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
    name: 'room with its floor',
    async open(guest, { session }) {
      const { page, word } = guest;
      await page.goto(session);
      await takeSeat(guest);
      await openTab(guest, 'floor');
      await shown(page.getByRole('region', { name: word('floor') }));
    },
  },
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
      const picture = guest.page.getByRole('application').locator('video');
      // On a line that carries sound alone a screen is shown on demand.
      await shown(picture.or(guest.button('showScreen')));
      if (await guest.button('showScreen').isVisible()) await guest.button('showScreen').click();
      const width = () => picture.evaluate((video: HTMLVideoElement) => video.videoWidth);
      await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(0);
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
