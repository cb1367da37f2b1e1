import { admit, expectIn, openChat, openSession, planSession, say } from '../facilitate/meeting.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, dina, type Language, type Person } from '../people.ts';
import { expect, test } from '../test.ts';
import { chooseDevices, createDialogue, loadExample, signIn } from './doors.ts';
import { inspect } from './inspection.ts';

const speaking = (person: Person, language: Language): Person => ({
  ...person,
  language,
  locale: language === 'en' ? 'en-GB' : 'ar-JO',
  viewport: { width: 1280, height: 800 },
});

for (const language of ['en', 'ar'] as const) {
  test(`every page of an organiser is free of barriers (${language})`, async ({ server, visit }) => {
    const adaHere = await visit(speaking(ada, language), { reducedMotion: 'reduce' });
    const { page, button, field, heading, word } = adaHere;
    await page.goto(server.organiserLink);
    await expect(button('signIn')).toBeVisible();
    await inspect(adaHere, 'organiser link');
    await signIn(adaHere, server);
    await inspect(adaHere, 'first dashboard');
    await button('newDialogue').click();
    await inspect(adaHere, 'new dialogue');
    await page.keyboard.press('Escape');
    const example = await loadExample(adaHere);
    await inspect(adaHere, 'dialogue');
    await page.goto('/');
    await expect(page.getByRole('article')).toBeVisible();
    await inspect(adaHere, 'dashboard');
    await button('preferences').click();
    await page.getByRole('menuitem', { name: word('shortcuts') }).waitFor();
    await inspect(adaHere, 'preferences');
    await page.getByRole('menuitem', { name: word('shortcuts') }).click();
    await inspect(adaHere, 'keyboard shortcuts');

    await page.goto(`${example}/people/import`);
    await expect(button('chooseFile')).toBeVisible();
    await inspect(adaHere, 'import');
    await field('pasteRows').fill('Name\tMunicipality\tCountry\nDina\tNablus\tAtlantis\nBen\tIrbid\tJO');
    await button('readRows').click();
    await expect(page.getByRole('region', { name: word('rowsToImport') })).toBeVisible();
    await inspect(adaHere, 'import preview');

    await page.goto(`${example}/sessions`);
    await expect(button('planSession')).toBeVisible();
    await inspect(adaHere, 'sessions');
    await button('planSession').click();
    await inspect(adaHere, 'session to plan');
    await page.goto(`${example}/devices`);
    await expect(heading('howToTakePart')).toBeVisible();
    await inspect(adaHere, 'devices');
    await page.goto(`${example}/report`);
    await expect(page.getByRole('article')).toBeVisible();
    await inspect(adaHere, 'report');

    await page.goto('/organisers');
    await expect(button('addOrganiser')).toBeVisible();
    await inspect(adaHere, 'organisers');
    await page.goto('/nowhere');
    await expect(heading('nothingHere')).toBeVisible();
    await inspect(adaHere, 'no page');
  });

  test(`every page on the way into a session is free of barriers (${language})`, async ({ server, visit }) => {
    const adaHere = await visit(speaking(ada, language), { reducedMotion: 'reduce' });
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs', goal: 'What worked?' });
    await introduceFounder(adaHere, dialogue);
    await importPeople(adaHere, dialogue, [dina]);
    const link = await copyLink(adaHere, dina);
    await adaHere.page.getByRole('checkbox').nth(1).check();
    await inspect(adaHere, 'people');
    await adaHere.button('addPerson').click();
    await adaHere.button('addPerson').last().click();
    await inspect(adaHere, 'person with mistakes');
    await planSession(adaHere, dialogue, { title: 'Where our towns stand', goal: 'One practice each' });

    const dinaHere = await visit(speaking(dina, language), { reducedMotion: 'reduce' });
    const { page, button, heading, word } = dinaHere;
    await page.goto('/');
    await expect(heading('welcome')).toBeVisible();
    await inspect(dinaHere, 'welcome');
    await page.goto('/j/#nothing-at-all-behind-this');
    await expect(heading('linkDoesNotOpen')).toBeVisible();
    await inspect(dinaHere, 'link that does not open');
    await page.goto('/');
    await page.goto(link);
    await button('join').click();
    await expect(page.getByText(word('agreeFirst'))).toBeVisible();
    await inspect(dinaHere, 'invitation');
    await page.getByRole('checkbox', { name: word('agree') }).check();
    await button('join').click();
    await expect(heading('howToTakePart')).toBeVisible();
    await page.getByRole('radio', { name: word('camera') }).check();
    await expect(page.locator('video')).toBeVisible();
    await inspect(dinaHere, 'devices with a picture');
    await chooseDevices(dinaHere, 'textOnly');
    await expect(page.getByRole('list').first()).toBeVisible();
    await inspect(dinaHere, 'dialogue of a participant');

    const session = await openSession(adaHere, dialogue, 'textOnly');
    await inspect(adaHere, 'plenary of one');
    await page.goto(session);
    await expectIn(dinaHere, 'lobby');
    await inspect(dinaHere, 'lobby');
    await expect(button('letIn', { name: 'Dina' })).toHaveCount(0);
    await inspect(adaHere, 'plenary with somebody in the lobby');
    await admit(adaHere, 'Dina');
    await inspect(adaHere, 'people of the room');
    const said = await openChat(adaHere);
    await say(adaHere, 'Welcome, Dina! https://example.org');
    await say(dinaHere, 'صباح الخير');
    await expect(said).toHaveCount(2);
    await inspect(adaHere, 'plenary with a chat');
    await adaHere.button('messageActions', { name: 'Dina' }).click();
    await inspect(adaHere, 'menu of a message');
    await adaHere.page.keyboard.press('Escape');

    await adaHere.button('more').click();
    await adaHere.page.getByRole('menuitem', { name: word('closeSession') }).click();
    await inspect(adaHere, 'session to close');
    await adaHere.button('closeSession').click();
    await expect(dinaHere.heading('sessionOver', { title: 'Where our towns stand' })).toBeVisible();
    await inspect(dinaHere, 'after the session');
    await adaHere.page.goto(`${dialogue}/report`);
    await expect(adaHere.page.getByRole('article')).toContainText('Where our towns stand');
    await inspect(adaHere, 'report of a session');
  });
}
