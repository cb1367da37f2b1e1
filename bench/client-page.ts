import { type CDPSession, chromium, type Page } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { card, copyLinks, foundDialogue, newId, redeem, type TestApp } from '../server/src/app.samples.ts';
import { type Client, connect } from '../server/src/client.samples.ts';
import { openVoice, type Voice } from './live/voice.ts';
import { wait } from './rtp.ts';

/** So many of the people have a microphone; more would measure the machine and not the page. */
const microphones = 12;

/** A session with simulated people, and the page of one more. */
export type Hall = {
  page: Page;
  room: string;
  clients: readonly Client[];
  voices: readonly Voice[];
  close(): Promise<void>;
};

/** Opens a session with so many simulated people, and a phone's page in it that hears them and shows the chat. */
export async function openHall(people: number): Promise<Hall> {
  const server = await startServer();
  const { ada, dialogue } = await foundDialogue({ url: server.url, organiserLink: server.organiserLink } as TestApp);
  const host = await connect(ada, dialogue);
  const ids = Array.from({ length: people + 1 }, newId);
  const session = newId();
  await host.command('people.add', {
    people: ids.map((id, at) => ({ ...card(id, `Person ${at}`), municipality: `Town ${at % 9}` })),
  });
  const plan = { session, title: 'Where our towns stand', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await host.command('sessions.plan', plan);
  await host.command('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(ada, dialogue, ids);
  const [guest, ...others] = await Promise.all(ids.map(id => redeem(server.url, links[id] ?? '')));
  const clients: Client[] = [];
  const voices: Voice[] = [];
  for (const [at, other] of others.entries()) {
    const client = await connect(other, dialogue);
    await client.command('sessions.enter', { session });
    if (at < microphones) voices.push(await openVoice(client, dialogue, 196 * 2 ** (at / 12)));
    clients.push(client);
  }
  const browser = await launch();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera', 'microphone'],
    locale: 'en-GB',
  });
  await context.addInitScript(() => {
    localStorage.setItem('multaqa.devices', 'sound');
    localStorage.setItem('multaqa.language', 'en');
  });
  const [name = '', value = ''] = guest?.cookie.split('=', 2) ?? [];
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/d/${dialogue}/s/${session}`);
  await page.locator('#panel').waitFor();
  await wait(5_000);
  return {
    page,
    room: `${session}/plenary`,
    clients,
    voices,
    async close() {
      await browser.close();
      await Promise.all(voices.map(voice => voice.close()));
      for (const client of [host, ...clients]) client.close();
      await server.stop();
    },
  };
}

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--allow-loopback-in-peer-connection',
    ],
  });

/** How busy the main thread was: shares of the time, and tasks over 50 ms; `seconds` is how long it was looked at. */
export type Busy = { seconds: number; share: number; script: number; layout: number; long: number; longest: number };

/** Begins to note tasks over 50 ms. */
export const longTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(globalThis, { longTasksNoted: noted });
    new PerformanceObserver(list => noted.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });

/** Measures the page's main thread while something goes on. */
export async function busyDuring(devtools: CDPSession, page: Page, during: Promise<unknown>): Promise<Busy> {
  const counters = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  };
  const noted = () =>
    page.evaluate(() => (globalThis as unknown as { longTasksNoted: number[] }).longTasksNoted.splice(0));
  await noted();
  const [before, at] = [await counters(), performance.now()];
  await during;
  const [after, seconds] = [await counters(), (performance.now() - at) / 1_000];
  const long = await noted();
  const spent = (...names: string[]) =>
    names.reduce((sum, name) => sum + (after.get(name) ?? 0) - (before.get(name) ?? 0), 0) / seconds;
  return {
    seconds,
    share: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration', 'RecalcStyleDuration'),
    long: long.length,
    longest: Math.max(0, ...long),
  };
}

/** Clicks on the tab of a panel; the ms until its content has been painted. */
export const panelOpening = (page: Page, panel: string): Promise<number> =>
  page.evaluate(async name => {
    const begun = performance.now();
    document.getElementById(`tab-${name}`)?.click();
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    const selector = name === 'people' ? '#panel li' : '#panel article';
    do await frame();
    while (
      document.querySelector('#panel')?.getAttribute('aria-labelledby') !== `tab-${name}` ||
      !document.querySelector(selector)
    );
    await frame();
    return performance.now() - begun;
  }, panel);
