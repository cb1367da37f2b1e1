import { createDialogue, join, signIn } from '../../app/doors.ts';
import { inspect } from '../../app/inspection.ts';
import { copyLink, importPeople } from '../../people/roster.ts';
import { ada, ben, dina, type Person } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { expectIn, openSession, planSession } from '../meeting.ts';
import { openBreakoutsTab } from './breakout-screens.ts';

const arabic = (person: Person): Person => ({ ...person, language: 'ar', locale: 'ar-JO' });

for (const speaking of [(person: Person) => person, arabic]) {
  const { language } = speaking(ada);
  test(`breakouts that are open are accessible to hosts and to people in a room (${language})`, async ({
    server,
    visit,
  }) => {
    test.slow();
    const adaHere = await visit(speaking(ada), { reducedMotion: 'reduce' });
    await signIn(adaHere, server);
    const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
    await importPeople(adaHere, dialogue, [dina, ben]);
    const link = await copyLink(adaHere, dina);
    await planSession(adaHere, dialogue, { title: 'Green jobs' });
    await adaHere.page.goto(`${dialogue}/sessions`);
    await adaHere.link('breakoutsOf', { title: 'Green jobs' }).click();
    await adaHere.button('roomsAtRandom').click();
    await adaHere.button('prepareThem').click();
    await adaHere.page.getByRole('tab', { name: adaHere.word('whoGoesWhere') }).waitFor();
    await openSession(adaHere, dialogue, 'textOnly', 'direct');
    const dinaHere = await visit(speaking(dina), { reducedMotion: 'reduce' });
    await join(dinaHere, link, 'textOnly');
    await expectIn(dinaHere, 'plenary');
    await openBreakoutsTab(adaHere);
    await inspect(adaHere, 'breakouts to open');
    await adaHere
      .button('openBreakouts', { title: language === 'en' ? 'At random' : 'عشوائيًا' })
      .first()
      .click();
    await inspect(dinaHere, 'where one goes');
    const room = dinaHere.page.getByRole('banner').getByText(/^(Room|القاعة) \p{Nd}$/u);
    await expect(room.first()).toBeAttached();
    await inspect(adaHere, 'control room');
    await openBreakoutsTab(dinaHere);
    await inspect(dinaHere, 'a breakout from within');
  });
}
