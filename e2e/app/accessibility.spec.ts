import { closingScreens } from '../closing-screens.ts';
import { preparingScreens } from '../facilitate/breakouts/breakout-screens.ts';
import { admit, closeSession, expectIn, openChat, openSession, planSession, say } from '../facilitate/meeting.ts';
import { greenRoomScreens, plenaryScreens } from '../facilitate/room-screens.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, dina, type Language, type Person } from '../people.ts';
import {
  hostScreens,
  organiserScreens,
  type Places,
  participantScreens,
  roomScreens,
  type Screen,
  strangerScreens,
} from '../screens.ts';
import { expect, test } from '../test.ts';
import { createDialogue, join, signIn } from './doors.ts';
import { inspect } from './inspection.ts';

for (const language of ['en', 'ar'] as const) {
  test(`every screen is accessible (${language})`, async ({ server, visit }) => {
    // Every screen in two looks takes its time.
    test.slow();
    const adaHere = await visit(speaking(ada, language), { reducedMotion: 'reduce' });
    await adaHere.page.goto(server.organiserLink);
    await expect(adaHere.button('signIn')).toBeVisible();
    await inspect(adaHere, 'organiser link');
    await signIn(adaHere, server);
    await inspect(adaHere, 'first dashboard');
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: 'What worked?' });
    await inspect(adaHere, 'new dialogue of one');
    await introduceFounder(adaHere, dialogue);
    await importPeople(adaHere, dialogue, [dina]);
    await inspect(adaHere, 'people who were just added');
    const invitation = await copyLink(adaHere, dina);
    await planSession(adaHere, dialogue, { title: 'Where our towns stand', goal: 'One practice each' });
    const places = { dialogue, invitation, session: '' };
    await inspectAll(adaHere, [...organiserScreens, ...preparingScreens], places);

    const dinaHere = await visit(speaking(dina, language), { reducedMotion: 'reduce' });
    await inspectAll(dinaHere, strangerScreens, places);
    await join(dinaHere, invitation, 'textOnly');
    await inspectAll(dinaHere, participantScreens, places);
    places.session = await openSession(adaHere, dialogue, 'textOnly');
    await dinaHere.page.goto(places.session);
    await expectIn(dinaHere, 'lobby');
    await inspectAll(dinaHere, roomScreens, places);

    await admit(adaHere, 'Dina');
    await expectIn(dinaHere, 'plenary');
    const said = await openChat(adaHere);
    await say(adaHere, 'Welcome, Dina! https://example.org');
    // The panel that was open in the lobby still is.
    await openChat(dinaHere);
    await say(dinaHere, 'صباح الخير');
    await expect(said).toHaveCount(2);
    await inspectAll(adaHere, [...roomScreens, ...plenaryScreens, ...hostScreens], places);
    await inspectAll(dinaHere, greenRoomScreens, places);
    await adaHere.page.goto(places.session);
    await closeSession(adaHere);
    await inspectAll(dinaHere, closingScreens, places);
  });
}

const speaking = (person: Person, language: Language): Person => ({
  ...person,
  language,
  locale: language === 'en' ? 'en-GB' : 'ar-JO',
});

async function inspectAll(guest: Guest, screens: readonly Screen[], places: Places): Promise<void> {
  for (const { name, open } of screens) {
    await open(guest, places);
    await inspect(guest, name);
  }
}
