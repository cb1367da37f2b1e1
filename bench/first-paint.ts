import { chromium, type Page } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { card, copyLinks, foundDialogue, newId, type TestApp } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { median, wait } from './rtp.ts';

/**
 * What somebody on a slow phone sees of their invitation, and when: four times slower, 400 kbit/s, 300 ms there and back,
 * 360 by 640 px, nothing in the cache. First text, the Join button pressed, the devices after it; how far what is on the
 * screen moves meanwhile (CLS), and the requests. `node bench/first-paint.ts [rounds] [address of another page]`
 */
const [rounds = '3', other] = process.argv.slice(2);
const languages = ['en-GB', 'ar-TN'];

const server = await startServer();
const { ada, dialogue } = await foundDialogue({ url: server.url, organiserLink: server.organiserLink } as TestApp);
const host = await connect(ada, dialogue);
const [person, session] = [newId(), newId()];
await host.command('people.add', { people: [card(person, 'Cleo')] });
const plan = { session, title: 'Where our towns stand', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
await host.command('sessions.plan', plan);
await host.command('sessions.open', { session, admission: 'direct' });
const links = await copyLinks(ada, dialogue, [person]);
const join = new URL(links[person] ?? '', server.url).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--use-fake-device-for-media-stream'],
});

for (const language of languages) {
  const seen: Awaited<ReturnType<typeof visit>>[] = [];
  for (let round = 0; round < Number(rounds); round += 1) seen.push(await visit(language));
  const middle = (pick: (one: (typeof seen)[number]) => number) => Math.round(median(seen.map(pick)));
  console.log(
    `${language}: first text ${middle(one => one.text)} ms, Join pressed ${middle(one => one.pressed)} ms, devices ${middle(one => one.devices)} ms, from the last click into the room ${middle(one => one.room)} ms; ` +
      `the button ends at ${middle(one => one.buttonEnd)} of 640 px; CLS ${median(seen.map(({ shift }) => shift)).toFixed(3)}; ${middle(one => one.asked)} requests to the devices, ${middle(one => one.requests)} into the room`,
  );
}
if (other) {
  const page = await slowPage('en-GB');
  await page.goto(other, { waitUntil: 'commit' });
  console.log(`${other}: first text ${Math.round(await firstText(page))} ms`);
}
await browser.close();
host.close();
await server.stop();
process.exit(0);

async function slowPage(locale: string): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 360, height: 640 }, hasTouch: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return page;
}

async function visit(locale: string) {
  const page = await slowPage(locale);
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const begun = performance.now();
  await page.goto(join, { waitUntil: 'commit' });
  const button = page.locator('button[type=submit]');
  await button.waitFor();
  const box = await button.boundingBox();
  await page.getByRole('checkbox').check();
  await button.click();
  const pressed = performance.now() - begun;
  await page.getByRole('radio').first().waitFor({ timeout: 60_000 });
  const devices = performance.now() - begun;
  const asked = requests;
  // Nobody chooses faster.
  await wait(5_000);
  await page.getByRole('radio').nth(1).check();
  const last = performance.now();
  await page.locator('main button[data-size=lg]').click();
  await page.locator('#panel').waitFor({ state: 'attached', timeout: 60_000 });
  const room = performance.now() - last;
  // What the room still asks for when it is there.
  await wait(4_000);
  const shift = await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift);
  const text = await firstText(page);
  await page.context().close();
  return { text, pressed, devices, room, shift, asked, requests, buttonEnd: (box?.y ?? 0) + (box?.height ?? 0) };
}

/** When the first words were painted, in ms after the address was entered. */
function firstText(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve =>
        new PerformanceObserver(list => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true }),
      ),
  );
}
