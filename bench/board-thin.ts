import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import { chromium } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { card, copyLinks, foundDialogue, newId, redeem, type TestApp } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { openTyper } from '../server/src/proof/typer.ts';
import { median, wait } from './rtp.ts';

/**
 * When a board of 200 notes can be read at 64 kbit/s, 300 ms there and back, by somebody who is in the room and opens it for the first
 * time, code included (goal: 3 s): as a picture, and whole. `node bench/board-thin.ts [rounds] [notes]`
 */
const [rounds = 3, notes = 200] = process.argv.slice(2).map(Number);
const words =
  'water well pump school road market youth women garden waste bus clinic tree roof lamp bridge festival budget office بئر مضخة مدرسة طريق سوق شباب نساء حديقة نفايات حافلة عيادة شجرة سقف مصباح جسر مهرجان ميزانية مكتب'.split(
    ' ',
  );
/** Six words that follow from a number, so that no two notes say the same and nothing is packed better than what people write. */
const sentence = (at: number): string =>
  Array.from(
    { length: 6 },
    (_, place) => words[(at * 7_919 + place * place * 104_729 + place * at * 31) % words.length],
  ).join(' ');

const server = await startServer();
const { ada, dialogue } = await foundDialogue({ url: server.url, organiserLink: server.organiserLink } as TestApp);
const host = await connect(ada, dialogue);
const [person, session] = [newId(), newId()];
await host.command('people.add', { people: [card(person, 'Cleo')] });
const plan = { session, title: 'Where our towns stand', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
await host.command('sessions.plan', plan);
await host.command('sessions.open', { session, admission: 'direct' });
const links = await copyLinks(ada, dialogue, [person]);
const guest = await redeem(server.url, links[person] ?? '');
const typer = openTyper(ada, dialogue, `board:${session}/plenary`);
await typer.open();
for (let at = 0; at < notes; at += 1) {
  const box = [(at % 20) * 220, Math.floor(at / 20) * 220, 200, 200, 0] as [number, number, number, number, number];
  addThing(typer.doc, thingId(at), noteOf(`${sentence(at)} ${at + 1}`, { at: box, z: at }));
}
await typer.saved();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--use-fake-device-for-media-stream'],
});
for (const [name, quality, sign] of [
  ['as a picture', 'audio-only', `text=${sentence(0)} 1`],
  ['whole', 'everything', '[role=application]'],
] as const) {
  const seen: { ms: number; bytes: number }[] = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await open(quality, sign));
  const middle = (pick: (one: { ms: number; bytes: number }) => number) => median(seen.map(pick));
  console.log(
    `${notes} notes ${name}: ${(middle(({ ms }) => ms) / 1_000).toFixed(1)} s, ${(middle(({ bytes }) => bytes) / 1_000).toFixed(1)} kB over HTTP`,
  );
}
await browser.close();
typer.close();
host.close();
await server.stop();
process.exit(0);

/** Opens the board in a browser that has never seen one, over a thin line. */
async function open(quality: string, sign: string): Promise<{ ms: number; bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'en-GB' });
  await context.addInitScript(chosen => {
    localStorage.setItem('multaqa.devices', 'text');
    localStorage.setItem('multaqa.language', 'en');
    localStorage.setItem('multaqa.quality', chosen);
  }, quality);
  const [name = '', value = ''] = guest.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/d/${dialogue}/s/${session}`);
  await page.getByRole('tab').first().waitFor({ timeout: 60_000 });
  await wait(5_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const [downloadThroughput, uploadThroughput] = [64_000 / 8, 64_000 / 8];
  const line = { offline: false, latency: 300, downloadThroughput, uploadThroughput };
  await devtools.send('Network.emulateNetworkConditions', line);
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const begun = performance.now();
  await page.keyboard.press('w');
  await page.locator(sign).first().waitFor({ state: 'attached', timeout: 120_000 });
  const ms = performance.now() - begun;
  await context.close();
  return { ms, bytes };
}
