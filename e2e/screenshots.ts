// Photographs every screen of the example dialogue: in two languages, light and dark, on a phone, a tablet and a desk;
// and docs/room.png for the README. usage: node e2e/screenshots.ts [folder]

import { mkdir } from 'node:fs/promises';
import { join as joined, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, expect } from '@playwright/test';
import { type Devices, join, loadExample, signIn } from './app/doors.ts';
import { closingScreens } from './closing-screens.ts';
import { preparingScreens } from './facilitate/breakouts/breakout-screens.ts';
import { admit, closeSession, expectIn, openChat, openSession, say } from './facilitate/meeting.ts';
import { greenRoomScreens, plenaryScreens, sharedScreens } from './facilitate/room-screens.ts';
import { type Guest, guestOf } from './guest.ts';
import { copyLink, introduceFounder } from './people/roster.ts';
import { ada, type Person } from './people.ts';
import config from './playwright.config.ts';
import {
  hostScreens,
  organiserScreens,
  type Places,
  participantScreens,
  roomScreens,
  type Screen,
  strangerScreens,
} from './screens.ts';
import { startServer } from './server.ts';

const ownFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = resolve(process.argv[2] ?? ownFile('../.cache/screenshots'));
const looks = (['en', 'ar'] as const).flatMap(language =>
  (['light', 'dark'] as const).flatMap(colorScheme =>
    [360, 768, 1440].map(width => ({ language, colorScheme, width })),
  ),
);

/** Who has come already, how they take part, and what they write; the first is a facilitator and speaks. */
const company: readonly { name: string; devices: Devices; says: string }[] = [
  { name: 'Leila Ben Amor', devices: 'sound', says: 'Good morning! One practice each that you are proud of, please.' },
  { name: 'Karim Trabelsi', devices: 'textOnly', says: 'صفاقس: ورش صغيرة لفرز النفايات يديرها شبابها' },
  { name: 'Sonia Gharbi', devices: 'textOnly', says: 'Tunis: a list of empty buildings, open to new firms' },
  { name: 'Amel Jaziri', devices: 'textOnly', says: 'القيروان: سوق إلكترونية للحرفيات' },
  { name: 'Hedi Mansouri', devices: 'textOnly', says: 'Who paid for the first year?' },
];
const latecomer = 'Nabil Cherif';

const server = await startServer();
const browser = await chromium.launch(config.use?.launchOptions ?? {});
await mkdir(folder, { recursive: true });
try {
  await photographAll();
} finally {
  await browser.close();
  await server.stop();
}

async function photographAll(): Promise<void> {
  const host = await openGuest(ada);
  await signIn(host, server);
  const dialogue = await loadExample(host);
  await introduceFounder(host, dialogue);
  const links = new Map<string, string>();
  for (const name of [...company.map(guest => guest.name), latecomer]) links.set(name, await copyLink(host, { name }));
  const linkOf = (name: string) => links.get(name) ?? '';
  const places: Places = { dialogue, session: '', invitation: linkOf(latecomer) };
  places.session = await openSession(host, dialogue, 'sound');

  const guests: Guest[] = [];
  for (const { name, devices, says } of company) {
    const guest = await openGuest(ada);
    guests.push(guest);
    await join(guest, linkOf(name), devices);
    if (devices === 'textOnly') await admit(host, name);
    else await guest.button('unmute').click();
    await expectIn(guest, 'plenary');
    await say(guest, says);
  }
  await expect(await openChat(host)).toHaveCount(company.length);
  await expect(
    host.page
      .getByRole('list', { name: host.word('everybody') })
      .getByText('speaking')
      .first(),
  ).toBeVisible({ timeout: 20_000 });
  await host.page.setViewportSize({ width: 1440, height: 860 });
  await host.page.screenshot({ path: ownFile('../docs/room.png'), animations: 'disabled', caret: 'hide' });
  process.stdout.write('docs/room.png\n');

  const late = await openGuest(ada);
  await join(late, linkOf(latecomer), 'textOnly');
  await expectIn(late, 'lobby');
  // One person has one seat: the browsers that take the pictures shall have it.
  await host.page.goto(dialogue);
  await photograph(
    'host',
    host,
    [...organiserScreens, ...preparingScreens, ...roomScreens, ...plenaryScreens, ...hostScreens],
    places,
  );
  const [leila] = guests;
  if (!leila) throw new Error('nobody shares a screen');
  await leila.button('shareScreen').click();
  await expect(leila.button('stopSharing').first()).toBeVisible({ timeout: 20_000 });
  await photograph('host', host, sharedScreens, places);
  await photograph('guest', late, [...participantScreens, ...roomScreens, ...greenRoomScreens], places);
  await photograph('stranger', null, strangerScreens, places);
  await host.page.goto(places.session);
  await closeSession(host);
  await photograph('host', host, closingScreens, places);
}

async function openGuest(person: Person, options: BrowserContextOptions = {}): Promise<Guest> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: person.locale,
    timezoneId: person.zone,
    viewport: person.viewport,
    permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
    ...options,
  });
  return guestOf(person, await context.newPage());
}

/** Takes each screen in every look, in browsers that know what this guest's browser knows. */
async function photograph(who: string, guest: Guest | null, screens: readonly Screen[], places: Places): Promise<void> {
  const known = (await guest?.page.context().storageState()) ?? { cookies: [], origins: [] };
  for (const { language, colorScheme, width } of looks) {
    const person = {
      ...ada,
      language,
      locale: language === 'en' ? 'en-GB' : 'ar-JO',
      viewport: { width, height: 900 },
    };
    const visitor = await openGuest(person, { storageState: known, colorScheme, reducedMotion: 'reduce' });
    for (const { name, open } of screens) {
      await open(visitor, places);
      const file = `${who} ${name} ${language} ${colorScheme} ${width}`.replaceAll(' ', '-');
      await visitor.page.screenshot({
        path: joined(folder, `${file}.png`),
        fullPage: true,
        animations: 'disabled',
        caret: 'hide',
      });
    }
    await visitor.page.context().close();
    process.stdout.write(`${who}: ${screens.length} screens, ${language} ${colorScheme} ${width}\n`);
  }
}
