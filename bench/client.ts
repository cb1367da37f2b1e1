import type { Page } from '@playwright/test';
import { newId } from '../server/src/app.samples.ts';
import type { Client } from '../server/src/client.samples.ts';
import { type Busy, busyDuring, longTasks, openHall, panelOpening } from './client-page.ts';
import { median, wait } from './rtp.ts';

/**
 * What a room costs the main thread of a phone: 40 people, of whom another one speaks each second, and ten messages a
 * second, on a page four times slower. Chromium's own counters say how busy it is; then what a message costs once so
 * many stand in the history; at last the table beside the grid. `node bench/client.ts [seconds] [people]`; beside an older release run it in its clone.
 */
const [seconds = 20, people = 40] = process.argv.slice(2).map(Number);
const histories = [100, 500, 2_000];
const slowness = 4;

const hall = await openHall(people);
const { page, clients, voices, room } = hall;
const devtools = await page.context().newCDPSession(page);
// Time of the main thread itself, so that what else the machine does counts for nothing.
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
const slowed = (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate });

let said = 0;
const sayings = [
  'The budget came late again.',
  'كيف تعملون مع الشباب؟',
  'We began with three gardens, and now there are nine.',
];
const say = (client: Client | undefined) =>
  client?.command('chat.say', { room, message: newId(), text: `${sayings[said % 3]} ${++said}` });

/** Says so many messages a second until it is stopped, each by another person. */
function chatting(perSecond: number): () => void {
  const timer = setInterval(() => void say(clients[said % clients.length]), 1_000 / perSecond);
  return () => clearInterval(timer);
}

/** Another voice each second. */
function talking(): () => Promise<void> {
  let at = 0;
  const next = async () => {
    const before = voices[at % voices.length];
    at += 1;
    await Promise.all([voices[at % voices.length]?.talk(), before && at > 1 ? before.stop() : undefined]);
  };
  const timer = setInterval(() => void next(), 1_000);
  return async () => {
    clearInterval(timer);
    await voices[at % voices.length]?.stop();
  };
}

const measured = (what: string, during: Promise<unknown> = wait(seconds * 1_000)) =>
  busyDuring(devtools, page, during).then(busy => told(what, busy));

function told(what: string, busy: Busy): Busy {
  const { share, script, layout, longest, long } = busy;
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  console.log(
    `${what}: ${percent(share)} busy (script ${percent(script)}, layout and style ${percent(layout)}); ${long} long tasks, the longest ${longest.toFixed(0)} ms`,
  );
  return busy;
}

await longTasks(page);
await slowed(slowness);
await wait(2_000);
await measured('silence');
const stopTalking = talking();
await measured('talk');
const stopChatting = chatting(10);
await wait(2_000);
await measured('talk and ten messages a second');
const openings = { people: [] as number[], chat: [] as number[] };
for (let at = 0; at < 7; at += 1) {
  for (const panel of ['people', 'chat'] as const) openings[panel].push(await panelOpening(page, panel));
}
for (const [panel, times] of Object.entries(openings))
  console.log(
    `opening ${panel} meanwhile: median ${median(times).toFixed(0)} ms, the longest ${Math.max(...times).toFixed(0)}`,
  );
stopChatting();
await stopTalking();
await wait(2_000);

for (const history of histories) {
  await slowed(1);
  await fill(history);
  await slowed(slowness);
  await wait(3_000);
  const idle = await busyDuring(devtools, page, wait(5_000));
  const messages = 20;
  const busy = await busyDuring(devtools, page, sayOneByOne(messages));
  const cost = (busy.seconds * (busy.share - idle.share) * 1_000) / messages;
  console.log(
    `a message after ${history}: ${cost.toFixed(1)} ms of the main thread, the longest task ${busy.longest.toFixed(0)} ms`,
  );
}
const spent = { table: await layoutUnderTalk('table'), grid: await layoutUnderTalk('grid') };
console.log(
  `the table costs ${(spent.table.share / spent.grid.share).toFixed(2)} of the grid (script ${(spent.table.script / spent.grid.script).toFixed(2)}, layout and style ${(spent.table.layout / spent.grid.layout).toFixed(2)}; goal 0.25)`,
);
await hall.close();
process.exit(0);

/**
 * What a way to see the room costs on a wide screen while another person speaks each second. The page takes part by text, so
 * that no sound is negotiated: that costs both the same, and more than either.
 */
async function layoutUnderTalk(layout: string): Promise<Busy> {
  await slowed(1);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(chosen => localStorage.setItem('multaqa.layout', chosen), layout);
  await page.context().addInitScript(() => localStorage.setItem('multaqa.devices', 'text'));
  await page.reload();
  await page.locator('#panel').waitFor();
  await wait(8_000);
  await longTasks(page);
  await slowed(slowness);
  const stop = talking();
  await wait(2_000);
  const busy = await measured(`talk, as ${layout}`);
  await stop();
  return busy;
}

/** Says messages as fast as the rates allow until so many have been said. */
async function fill(until: number): Promise<void> {
  while (said < until) {
    await Promise.all(clients.slice(0, until - said).map(say));
    await wait(1_050);
  }
  await seen(page);
}

async function sayOneByOne(messages: number): Promise<void> {
  for (let at = 0; at < messages; at += 1) {
    await say(clients[at % clients.length]);
    await wait(400);
  }
}

/** Resolves when the page shows the newest message. */
function seen(where: Page): Promise<void> {
  return where
    .getByText(new RegExp(` ${said}$`))
    .first()
    .waitFor();
}
