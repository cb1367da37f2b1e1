import { createDialogue, join, signIn } from '../../app/doors.ts';
import { copyLink, importPeople, introduceFounder } from '../../people/roster.ts';
import { ada, ben, dina } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { admit, expectIn, openSession, planSession, seatOf } from '../meeting.ts';
import { expectLeft, expectNothingSince, watchLeaving } from './leaving.ts';
import { expectPicture, keepPictures, receptionOf, recordConnections } from './reception.ts';

test('everybody in the plenary sees and hears the others, and nobody in the lobby receives anything', async ({
  server,
  visit,
}) => {
  const adaHere = await visit(ada);
  await recordConnections(adaHere.page);
  await keepPictures(adaHere.page);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await introduceFounder(adaHere, dialogue);
  await importPeople(adaHere, dialogue, [ben, dina]);
  const links = { ben: await copyLink(adaHere, ben), dina: await copyLink(adaHere, dina) };
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'camera');

  const benHere = await visit(ben);
  const dinaHere = await visit(dina);
  for (const { page } of [benHere, dinaHere]) {
    await recordConnections(page);
    await watchLeaving(page);
    await keepPictures(page);
  }
  await join(benHere, links.ben, 'camera');
  await join(dinaHere, links.dina, 'camera');
  await admit(adaHere, 'Ben');
  await expectIn(benHere, 'plenary');
  await expectIn(dinaHere, 'lobby');

  await adaHere.button('unmute').click();
  await benHere.button('unmute').click();
  await expectPicture(adaHere, 'Ben');
  await expectPicture(benHere, 'Ada');
  for (const { page } of [adaHere, benHere])
    await expect.poll(() => receptionOf(page)).toMatchObject({ voices: 1, pictures: 1, strangers: 0 });
  await expect(seatOf(adaHere, 'Ben')).toContainText('speaking');
  expect(await receptionOf(dinaHere.page)).toMatchObject({ voices: 0, voicePackets: 0, pictures: 0 });

  await admit(adaHere, 'Dina');
  await expectPicture(dinaHere, 'Ben');
  await expect.poll(() => receptionOf(dinaHere.page)).toMatchObject({ voices: 2, pictures: 2, strangers: 0 });
  await expectPicture(adaHere, 'Dina');

  await benHere.button('mute').click();
  await dinaHere.button('leave').click();
  const arrived = await expectLeft(dinaHere.page);
  expect(arrived).toBeGreaterThan(0);
  await expect(dinaHere.heading('sessions')).toBeVisible();
  await expect(async () => {
    const { voicePackets } = await receptionOf(adaHere.page);
    await expectPicture(adaHere, 'Ben');
    expect((await receptionOf(adaHere.page)).voicePackets).toBe(voicePackets);
  }).toPass({ timeout: 30_000 });
  await expectNothingSince(dinaHere.page, arrived);

  await server.kill();
  await expect(adaHere.page.getByText(adaHere.word('reconnecting'))).toBeVisible();
  await server.restart();
  await expect.poll(() => receptionOf(adaHere.page), { timeout: 40_000 }).toMatchObject({ pictures: 1 });
  await expectPicture(adaHere, 'Ben');
  await expectPicture(benHere, 'Ada');
});
