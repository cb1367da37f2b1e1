import type { Guest } from '../../guest.ts';
import { cleo, dina } from '../../people.ts';
import { expect, test } from '../../test.ts';
import { gather } from './gathering.ts';
import { receptionOf } from './reception.ts';

const bar = ({ page, word }: Guest, name: Parameters<Guest['word']>[0]) =>
  page.getByRole('contentinfo').getByRole('button', { name: word(name) });

test('an observer listens and has nothing to be heard with; who came by text sees who speaks, and a still of the screen when they ask', async ({
  server,
  visit,
}) => {
  const [adaHere, cleoHere, dinaHere] = (await gather(server, visit, [
    [cleo, 'textOnly'],
    [{ ...dina, role: 'Observer' }, 'listen'],
  ])) as [Guest, Guest, Guest];
  await bar(adaHere, 'unmute').click();

  await expect(bar(dinaHere, 'turnSoundOff')).toBeVisible();
  await expect(bar(dinaHere, 'unmute').or(bar(dinaHere, 'cameraOn')).or(bar(dinaHere, 'mute'))).toHaveCount(0);
  await expect.poll(() => receptionOf(dinaHere.page), { timeout: 30_000 }).toMatchObject({ voices: 1 });

  const speaker = cleoHere.page.getByRole('main').getByText('Ada', { exact: true }).first();
  await expect(speaker).toBeVisible();
  await bar(adaHere, 'shareScreen').click();
  await cleoHere.button('showStill').click();
  const still = cleoHere.page.getByRole('application').locator('canvas');
  await expect(still).toBeVisible({ timeout: 30_000 });
  const size = () => still.evaluate((canvas: HTMLCanvasElement) => canvas.width);
  expect(await size()).toBeGreaterThan(300);
  // Before the first packet browsers show a black picture; it is not what was shared.
  expect(await still.evaluate(brightness)).toBeGreaterThan(5);
  await expect(cleoHere.button('refreshStill')).toBeEnabled();
  // The picture has ended with the still, and no sound has ever come.
  await expect.poll(() => receptionOf(cleoHere.page), { timeout: 30_000 }).toMatchObject({ voices: 0, pictures: 0 });
  await cleoHere.button('refreshStill').click();
  await expect(cleoHere.button('refreshStill')).toBeEnabled({ timeout: 30_000 });
});

/** The mean brightness of what a canvas shows, 0 to 255. */
function brightness(canvas: HTMLCanvasElement | SVGElement | HTMLElement): number {
  const small = document.createElement('canvas');
  [small.width, small.height] = [32, 18];
  const context = small.getContext('2d');
  context?.drawImage(canvas as HTMLCanvasElement, 0, 0, small.width, small.height);
  const values = context?.getImageData(0, 0, small.width, small.height).data ?? new Uint8ClampedArray();
  return values.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0) / (small.width * small.height * 3);
}
