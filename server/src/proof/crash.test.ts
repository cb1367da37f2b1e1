import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { card, copyLinks, newId, openBrowser, redeem } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { freePort } from '../platform/testing/free-port.ts';
import { startBot } from './bot.ts';
import { contradictions, type Event, type Log } from './history.ts';
import { seeded } from './seeded.ts';
import type { ProcessEnd } from './server-process.ts';

/** `CRASHES=1000 npm test -- crash` is the long run. */
const crashes = Number(process.env.CRASHES ?? 20);
const bots = 20;
const points: ProcessEnd[] = [
  'commit.before',
  'flush.before',
  'flush.after',
  'commit.after',
  'ack.after',
  'snapshot.before',
  'snapshot.after',
];

let child: ChildProcess | null = null;
let folder = '';
afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test(`nothing acknowledged is lost, doubled, reordered or leaked while the server is killed ${crashes} times under ${bots} busy clients`, {
  timeout: 3_600_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'multaqa-crash-'));
  const port = await freePort();
  const random = seeded(20_200_929);
  const events: Event[] = [];
  const start = (...aim: string[]) => startServer(folder, port, aim);

  let up = await start();
  const url = `http://127.0.0.1:${port}`;
  const ada = openBrowser(url);
  await ada.post('/organiser-links/redeem', { token: up.organiserLink.split('#')[1] });
  const dialogue = String(
    (await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] })).body.dialogue,
  );
  const session = newId();
  const people = Array.from({ length: bots }, newId);
  const organiser = await connect(ada, dialogue);
  await organiser.command('people.add', { people: people.map((person, at) => card(person, `Bot ${at}`)) });
  await organiser.command('sessions.plan', {
    session,
    title: 'What blocks us?',
    goal: '',
    startsAt: 1_800_000_000_000,
    minutes: 90,
    zone: 'Africa/Tunis',
  });
  await organiser.command('sessions.open', { session, admission: 'lobby' });
  const links = await copyLinks(ada, dialogue, people);
  const busy = await Promise.all(
    people.map(async person =>
      startBot(await redeem(url, links[person] ?? ''), dialogue, session, event => events.push(event), random),
    ),
  );
  await organiser.until('everybody in the lobby', view => Object.keys(seats(view, session)).length === bots);
  // Two stay in the lobby: what the plenary says must never reach them.
  await organiser.command('sessions.admit', { session, people: people.slice(2) });
  organiser.close();

  for (let crash = 0; crash < crashes; crash += 1) {
    if (!up.aim) {
      await acceptedMore(events, 1 + Math.floor(random() * 60));
      up.process.kill('SIGKILL');
    }
    await up.dead;
    // Every other crash comes at a point chosen in the code, the others at any instant.
    const point = crash % 2 === 0 ? points[(crash / 2) % points.length] : undefined;
    const passes = point?.startsWith('snapshot') ? 1 : 1 + Math.floor(random() * 25);
    up = await start(...(point ? [point, String(passes)] : []));
  }
  if (up.aim) {
    up.process.kill('SIGKILL');
    await up.dead;
    up = await start();
  }
  await Promise.all(busy.map(bot => bot.rest()));
  await Promise.all(busy.map(bot => bot.read()));
  up.process.kill('SIGKILL');

  const log = readLog(folder, dialogue);
  const accepted = events.filter(({ what }) => what === 'accepted').length;
  process.stdout.write(`${crashes} crashes, ${accepted} accepted commands, ${log.facts.length} facts\n`);
  expect(contradictions(events, log)).toEqual([]);
  expect(accepted).toBeGreaterThan(crashes * 5);
  expect(events.filter(({ what }) => what === 'read')).toHaveLength(bots);
});

async function startServer(data: string, port: number, aim: readonly string[]) {
  const started = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), aim, {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, NODE_OPTIONS: '' },
    execArgv: [],
  });
  child = started;
  const dead = once(started, 'exit');
  const [message] = (await once(started, 'message')) as [{ organiserLink: string }];
  return { process: started, dead, organiserLink: message.organiserLink, aim: aim.length > 0 };
}

async function acceptedMore(events: readonly Event[], count: number): Promise<void> {
  const goal = events.filter(({ what }) => what === 'accepted').length + count;
  while (events.filter(({ what }) => what === 'accepted').length < goal)
    await new Promise(resolve => setTimeout(resolve, 5));
}

function readLog(data: string, dialogue: string): Log {
  const database = new DatabaseSync(join(data, 'multaqa.sqlite'), { readOnly: true });
  const rows = (sql: string) => database.prepare(sql).all(dialogue) as Record<string, string | number>[];
  const facts = rows('select seq, actor, kind, data from fact where dialogue = ? order by seq').map(
    ({ seq, actor, kind, data: text }) => ({
      seq: Number(seq),
      actor: String(actor),
      kind: String(kind),
      data: JSON.parse(String(text)) as Record<string, string>,
    }),
  );
  const done = rows('select command, actor, seq from accepted_command where dialogue = ?').map(
    ({ command, actor, seq }) => ({
      command: String(command),
      actor: String(actor),
      seq: Number(seq),
    }),
  );
  database.close();
  return { facts, done };
}

const seats = (view: unknown, session: string) =>
  (view as { sessions: Record<string, { seats: Record<string, unknown> }> }).sessions[session]?.seats ?? {};
