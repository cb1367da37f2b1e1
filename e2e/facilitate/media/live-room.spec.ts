import type { Guest } from '../../guest.ts';
import { ben, cleo, dina } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { expectIn } from '../meeting.ts';
import { gather } from './gathering.ts';
import { expectPicture, receptionOf, sentBy } from './reception.ts';

const unmute = ({ page, word }: Guest) => page.getByRole('contentinfo').getByRole('button', { name: word('unmute') });

const widthOf = (element: Element) => (element as HTMLVideoElement).videoWidth;

test('three people see and hear each other; who saves data and came with the microphone alone neither gets nor sends a picture', async ({
  server,
  visit,
}) => {
  const [adaHere, benHere, cleoHere] = (await gather(server, visit, [
    [ben, 'camera'],
    [cleo, 'saving'],
  ])) as [Guest, Guest, Guest];
  for (const guest of [adaHere, benHere, cleoHere]) await unmute(guest).click();
  await expectPicture(adaHere, 'Ben');
  await expectPicture(benHere, 'Ada');
  for (const { page } of [adaHere, benHere])
    await expect.poll(() => receptionOf(page), { timeout: 30_000 }).toMatchObject({ voices: 2, pictures: 1 });
  await expect
    .poll(() => receptionOf(cleoHere.page), { timeout: 30_000 })
    .toMatchObject({ voices: 2, pictures: 0, strangers: 0 });
  expect(await sentBy(cleoHere.page)).toMatchObject({ pictures: 0 });

  // A host's word silences within a second, at the server itself: no packet comes any more.
  await adaHere.page.getByRole('button', { name: 'Mute everybody', exact: true }).click();
  await expect(unmute(benHere)).toBeVisible();
  await expect(async () => {
    const before = await receptionOf(adaHere.page);
    await expectPicture(adaHere, 'Ben');
    expect((await receptionOf(adaHere.page)).voicePackets).toBe(before.voicePackets);
  }).toPass({ timeout: 30_000 });
});

test('a shared screen is shown whole to everybody, and a reload brings its owner back to the same seat', async ({
  server,
  visit,
}) => {
  const [adaHere, dinaHere] = (await gather(server, visit, [[dina, 'camera']])) as [Guest, Guest];
  await adaHere.page.getByRole('button', { name: 'Share', exact: true }).click();
  const shown = dinaHere.page.getByRole('region', { name: 'Screen of Ada' }).locator('video');
  await expect
    .poll(
      () => shown.evaluate((video: HTMLVideoElement) => video.videoWidth >= 640 && getComputedStyle(video).objectFit),
      { timeout: 30_000 },
    )
    .toBe('contain');

  await dinaHere.page.reload();
  await expectIn(dinaHere, 'plenary');
  await expect(shown).toBeVisible({ timeout: 30_000 });
  await expectPicture(dinaHere, 'Ada');
  await expect(dinaHere.page.getByText('on another device')).toBeHidden();
});

test('a screen that its owner shares again after speaking is shown to everybody', async ({ server, visit }) => {
  const [adaHere, dinaHere] = (await gather(server, visit, [[dina, 'camera']])) as [Guest, Guest];
  const { page, button } = adaHere;
  const shown = dinaHere.page.getByRole('region', { name: 'Screen of Ada' }).locator('video');
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.click();
  await expect.poll(() => shown.evaluate(widthOf), { timeout: 30_000 }).toBeGreaterThanOrEqual(640);
  await unmute(adaHere).click();
  await expect.poll(() => receptionOf(dinaHere.page), { timeout: 30_000 }).toMatchObject({ voices: 2 });

  await button('stopSharing').first().click();
  await expect(shown).toBeHidden();
  // The picture takes the place of the one before, in front of the voice that came after it.
  await share.click();
  await expect.poll(() => shown.evaluate(widthOf), { timeout: 30_000 }).toBeGreaterThanOrEqual(640);
});

test.describe('with another codec', () => {
  test.use({ environment: { MEDIA_VIDEO_CODECS: 'VP9' } });

  test('pictures travel in what the operator has chosen, where everybody plays it', async ({ server, visit }) => {
    const [adaHere, benHere] = (await gather(server, visit, [[ben, 'camera']])) as [Guest, Guest];
    await expectPicture(adaHere, 'Ben');
    await expectPicture(benHere, 'Ada');
    for (const { page } of [adaHere, benHere])
      await expect.poll(() => receptionOf(page)).toMatchObject({ pictures: 1, codecs: ['video/VP9'] });
  });
});

test.describe('over a network that breaks', () => {
  test.use({ hasNetwork: true });

  // `GAPS=5,30,120` by hand.
  for (const seconds of (process.env.GAPS ?? '10').split(',').map(Number))
    test(`${seconds} s without network, and everybody is seen and heard again without a reload`, async ({
      server,
      network,
      visit,
    }) => {
      test.slow(seconds > 60);
      const [adaHere, benHere] = (await gather(server, visit, [[ben, 'camera']])) as [Guest, Guest];
      for (const guest of [adaHere, benHere]) await unmute(guest).click();
      await expectPicture(adaHere, 'Ben');
      await expect.poll(() => receptionOf(benHere.page), { timeout: 30_000 }).toMatchObject({ voices: 1, pictures: 1 });
      for (const { page } of [adaHere, benHere]) await page.evaluate(() => Object.assign(window, { isTheSame: true }));

      network?.cut();
      await new Promise(resolve => setTimeout(resolve, seconds * 1_000));
      network?.heal();

      await expectPicture(adaHere, 'Ben');
      await expectPicture(benHere, 'Ada');
      const { voicePackets } = await receptionOf(adaHere.page);
      await expect
        .poll(async () => (await receptionOf(adaHere.page)).voicePackets, { timeout: 30_000 })
        .toBeGreaterThan(voicePackets + 20);
      for (const { page } of [adaHere, benHere])
        expect(await page.evaluate(() => Object.hasOwn(window, 'isTheSame'))).toBe(true);
    });
});
