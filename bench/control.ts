import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { startServer } from '../e2e/server.ts';
import { newId } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { type Busy, busyDuring, longTasks } from './client-page.ts';
import { openVoice, type Voice } from './live/voice.ts';
import { wait } from './rtp.ts';
import { prepareMultaqa } from './servers.ts';

/**
 * What the control room costs a host's browser: so many rooms of ten, of whom two have a microphone. First one speaks in each room and
 * another one answers every two seconds, then nothing moves (goal 5 % of a core). Chromium's own counters for the main thread, and
 * proc(5) for all its processes, on a screen of 1440 by 900. `node bench/control.ts [seconds] [rooms]`
 */
const [seconds = 30, count = 20] = process.argv.slice(2).map(Number);
const perRoom = 10;
const turn = 2_000;
/** Tells the processes of this browser from those of others. */
const mark = `--bench-control-${process.pid}`;

// More people than one network address may hold connections come through a proxy that tells theirs.
const server = await startServer({ environment: { TRUST_PROXY: 'loopback' } });
const { browsers, dialogue, session, host } = await prepareMultaqa(server.url, server.organiserLink, count * perRoom);
const organiser = await connect(host, dialogue);
const grouping = newId();
const clients = await Promise.all(
  browsers.map((browser, who) => connect(browser, dialogue, { address: `10.0.0.${who % count}` })),
);
for (const client of clients) await client.command('sessions.enter', { session });
const voices: Voice[][] = [];
for (let room = 0; room < count; room += 1)
  voices.push(
    await Promise.all(
      [0, 1].map(second => {
        const client = clients[room + second * count];
        if (!client) throw new Error('too few people');
        return openVoice(client, dialogue, 196 * 2 ** (room / count));
      }),
    ),
  );
await openRooms();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [mark, '--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
const context = await browser.newContext({
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  permissions: ['microphone'],
});
await context.addInitScript(() => localStorage.setItem('multaqa.devices', 'sound'));
const [name = '', value = ''] = host.cookie.split('=', 2);
await context.addCookies([{ name, value, url: server.url }]);
const page = await context.newPage();
await page.goto(`${server.url}/d/${dialogue}/s/${session}`);
await page
  .locator('article')
  .nth(count - 1)
  .waitFor();
const devtools = await context.newCDPSession(page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
await longTasks(page);

let at = 0;
const answer = () => {
  const next = at % 2;
  at += 1;
  return Promise.all(voices.flatMap(pair => [pair[next]?.talk(), at > 1 ? pair[1 - next]?.stop() : undefined]));
};
await answer();
const talking = setInterval(() => void answer(), turn);
await wait(10_000);
await measured('one speaks in each room');
clearInterval(talking);
await wait(turn);
await Promise.all(voices.flat().map(voice => voice.stop()));
await wait(5_000);
await measured('nothing moves');
await page.screenshot({ path: process.env.SCREENSHOT ?? '/dev/null', type: 'png' });
await browser.close();
await server.stop();
process.exit(0);

async function openRooms(): Promise<void> {
  const rooms = Array.from({ length: count }, (_, room) => ({
    ...{ room: `${session}/${newId()}`, names: { en: `Room ${room + 1}` }, mark: room, cluster: null },
  }));
  const people = rooms.flatMap((_, room) =>
    clients.filter((_client, who) => who % count === room).map(client => client.me()),
  );
  const sizes = rooms.map(() => perRoom);
  const prepared = { grouping, session, title: 'Benchmark', way: 'hand', round: null, rooms, sizes, people };
  for (const [kind, input] of [
    ['sessions.enter', { session }],
    ['breakouts.prepare', prepared],
    ['breakouts.open', { session, grouping }],
    ['breakouts.go', { session }],
  ] as const) {
    const answered = await organiser.command(kind, input);
    if (!answered.ok) throw new Error(`${kind}: ${JSON.stringify(answered)}`);
  }
}

async function measured(what: string): Promise<void> {
  const before = cpuOfBrowser();
  const busy: Busy = await busyDuring(devtools, page, wait(seconds * 1_000));
  const all = (cpuOfBrowser() - before) / (busy.seconds * 1_000);
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  console.log(
    `${what}: main thread ${percent(busy.share)} (script ${percent(busy.script)}, layout and style ${percent(busy.layout)}), all of the browser ${percent(all)}; the longest task ${busy.longest.toFixed(0)} ms`,
  );
}

/** CPU (ms) that all processes of this browser have taken so far. */
function cpuOfBrowser(): number {
  const processes = readdirSync('/proc')
    .filter(entry => /^\d+$/.test(entry))
    .flatMap(pid => readProcess(pid));
  const roots = new Set(processes.filter(({ command }) => command.includes(mark)).map(({ pid }) => pid));
  const isOurs = (pid: number): boolean => {
    const found = processes.find(one => one.pid === pid);
    return found !== undefined && (roots.has(pid) || isOurs(found.parent));
  };
  return processes.filter(({ pid }) => isOurs(pid)).reduce((sum, { cpu }) => sum + cpu, 0);
}

/** One process (proc(5); a tick is 10 ms); nothing when it has ended meanwhile. */
function readProcess(pid: string): { pid: number; parent: number; cpu: number; command: string }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    return [
      { pid: Number(pid), parent, cpu: (user + system) * 10, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') },
    ];
  } catch {
    return [];
  }
}
