import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { afterAll, expect, test } from 'vitest';
import { card, copyLinks, foundDialogue, newId, openBrowser, redeem, type TestApp } from '../app.samples.ts';
import { connect } from '../client.samples.ts';
import { anySheet, choice } from '../facilitate/polls/polling.samples.ts';
import { freePort } from '../platform/testing/free-port.ts';
import { seeded } from './seeded.ts';
import { boxesOnDisk } from './victim.ts';
import { openVoter, type StubbornVoter } from './voter.ts';
import { readResults, sorted } from './votes-log.ts';

/** `POLLS=10000 npm test -- votes-killed` is the long run. */
const polls = Number(process.env.POLLS ?? 100);
const people = 9;
/** As many as are open in one room. */
const atOnce = 4;
const pollsPerDialogue = 40;
const options = ['o1', 'o2', 'o3'];

const children: ChildProcess[] = [];
let folder = '';
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** What one voter has heard of their ballots: the last that was acknowledged, and one of which nobody knows whether it came before the close. */
type Heard = { counted: string | null; perhaps: string | null };

/** What is known of one poll when all is over: what everybody was told, and what the log says. */
type Outcome = { run: string; kind: 'named' | 'anonymous'; heard: Heard[] };

test(`[V1] [V2] [V3] in ${polls} polls under a server that is killed again and again, what is counted is what was acknowledged before the close`, {
  timeout: 36_000_000,
}, async () => {
  folder = await mkdtemp(join(tmpdir(), 'multaqa-votes-'));
  const port = await freePort();
  const random = seeded(20_261_129);
  const server = await openServer(port, random);
  const url = `http://127.0.0.1:${port}`;
  const link = server.organiserLink();
  const { ada } = await foundDialogue({ url, organiserLink: link } as TestApp);
  let meeting = await prepare(url, ada, server);
  const outcomes: Outcome[] = [];
  for (let at = 0; at < polls; at += atOnce) {
    if (at > 0 && at % pollsPerDialogue === 0) {
      meeting.close();
      await server.steady();
      meeting = await prepare(url, ada, server);
    }
    // Every other time the server is killed, after so many acknowledgements.
    server.aim(at % (2 * atOnce) === 0 ? 1 + Math.floor(random() * 12 * atOnce) : null);
    const kinds = Array.from({ length: atOnce }, (_, of) => (of % 2 === 0 ? 'named' : 'anonymous') as Outcome['kind']);
    outcomes.push(...(await Promise.all(kinds.map(kind => holdPoll(meeting, kind, random, server)))));
    await server.calm();
  }
  meeting.close();
  await expect
    .poll(() => boxesOnDisk(folder), { timeout: 20_000, message: 'ballots that are counted are deleted' })
    .toBe(0);
  await server.end();
  const results = readResults(join(folder, 'multaqa.sqlite'));
  let acknowledged = 0;
  for (const { run, kind, heard } of outcomes) {
    const result = results.get(run);
    expect(result, `${kind} ${run} is closed and counted once`).toMatchObject({ finals: kind === 'named' ? 0 : 1 });
    expect(waysToCount(kind, heard), `${kind} ${run}`).toContain(JSON.stringify(result?.sums));
    expect(result?.late, `${kind} ${run}: votes after the closing position`).toBe(0);
    acknowledged += heard.filter(({ counted }) => counted !== null).length;
  }
  process.stdout.write(`${polls} polls, ${server.kills()} kills, ${acknowledged} acknowledged ballots\n`);
  expect(server.kills()).toBeGreaterThanOrEqual(polls / 20);
});

type Server = Awaited<ReturnType<typeof openServer>>;
type Meeting = Awaited<ReturnType<typeof prepare>>;

/** One poll: everybody votes, some change, one or another goes away and comes back; it is closed, named ones perhaps opened again. */
async function holdPoll(
  { session, host, voters }: Meeting,
  kind: Outcome['kind'],
  random: () => number,
  server: Server,
): Promise<Outcome> {
  const [poll, run, room] = [newId(), newId(), plenaryOf(session)];
  const names = kind === 'named' ? (random() < 0.5 ? 'shown' : 'after') : 'never';
  const sheet = anySheet({ names, results: random() < 0.5 ? 'live' : 'after' });
  const key = kind === 'named' ? null : server.key();
  await done(host.command('polls.prepare', { poll, session, sheet }));
  await done(host.command('polls.launch', { poll, run, room, also: [], key }));
  const heard = voters.map((): Heard => ({ counted: null, perhaps: null }));
  const voting = (from: number) =>
    voters.map(async (voter, at) => {
      if (random() < 0.1 && from === 0) return;
      const about = { voter, run, room, heard: heard[at] as Heard, random, server };
      await (kind === 'named' ? voteByName(about) : voteOnPaper(about));
    });
  const close = async () => {
    // Papers take a moment, so that a few polls are closed before anybody has one and most when nearly all have voted.
    await turns(random, kind === 'named' ? 14 : 60);
    await done(host.command('polls.close', { run, room }));
    server.acknowledged();
  };
  await Promise.all([...voting(0), close()]);
  if (kind === 'named' && random() < 0.3) {
    await done(host.command('polls.reopen', { run, room }));
    await Promise.all([...voting(1), close()]);
  }
  // Whoever tries now hears that it is closed.
  const late = await voters[0]?.command('polls.vote', { run, room, ballot: choice('o1') });
  expect(late).toMatchObject({ ok: false });
  return { run, kind, heard };
}

type Voting = {
  voter: StubbornVoter;
  run: string;
  room: string;
  heard: Heard;
  random: () => number;
  server: Server;
};

async function voteByName({ voter, run, room, heard, random, server }: Voting): Promise<void> {
  for (let votes = random() < 0.4 ? 2 : 1; votes > 0; votes -= 1) {
    await turns(random, 8);
    if (random() < 0.1) await goAndComeBack(voter, room);
    const option = options[Math.floor(random() * 3)] ?? 'o1';
    // A command that is sent again has one effect, so that its answer is what happened.
    const ack = await voter.command('polls.vote', { run, room, ballot: choice(option) });
    if (ack.ok) heard.counted = option;
    server.acknowledged();
  }
}

async function voteOnPaper({ voter, run, room, heard, random, server }: Voting): Promise<void> {
  const paper = await voter.paper(run, room);
  if (typeof paper === 'string') return;
  for (let votes = random() < 0.4 ? 2 : 1; votes > 0; votes -= 1) {
    await turns(random, 8);
    if (random() < 0.1) await goAndComeBack(voter, room);
    const option = options[Math.floor(random() * 3)] ?? 'o1';
    const { refusal, isSure } = await voter.cast(run, paper, choice(option));
    expect([null, 'polls.closed', 'unknown']).toContain(refusal);
    if (refusal === null) heard.counted = option;
    else if (!isSure && heard.perhaps === null) heard.perhaps = option;
    if (refusal === null) heard.perhaps = null;
    server.acknowledged();
  }
}

async function goAndComeBack(voter: StubbornVoter, room: string): Promise<void> {
  const session = room.slice(0, 36);
  await voter.command('sessions.leave', { session });
  await voter.command('sessions.enter', { session });
}

/** Lets others go first for some turns of the event loop and some ms, up to so many. */
const turns = (random: () => number, most: number) =>
  new Promise<void>(resolve => setTimeout(resolve, Math.floor(random() * most * 10)));

async function done(answer: Promise<{ ok: boolean }>): Promise<void> {
  expect(await answer).toMatchObject({ ok: true });
}

/** Every sum that fits to what the voters have heard, as JSON: a ballot whose answer was lost at the close may be counted or not. */
function waysToCount(kind: Outcome['kind'], heard: readonly Heard[]): string[] {
  let sums = [{} as Record<string, number>];
  for (const { counted, perhaps } of heard) {
    const either = perhaps === null ? [counted] : [counted, perhaps];
    sums = either.flatMap(option => sums.map(one => (option ? { ...one, [option]: (one[option] ?? 0) + 1 } : one)));
  }
  return sums.map(one => {
    const ballots = Object.values(one).reduce((sum, votes) => sum + votes, 0);
    return JSON.stringify(kind === 'anonymous' && ballots < 5 ? { few: ballots } : sorted(one));
  });
}

/** The server on a port, which is killed where it is aimed at and starts again whatever ended it. */
async function openServer(port: number, random: () => number) {
  let [kills, left, isEnding, isSteady] = [0, null as number | null, false, false];
  let up = start([]);
  const { organiserLink } = await up.ready;
  const { body } = await openBrowser(`http://127.0.0.1:${port}`).get('/ballots/key');

  function start(aim: readonly string[]) {
    const child = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), aim, {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, NODE_OPTIONS: '' },
      execArgv: [],
    });
    children.push(child);
    const dead = once(child, 'exit').then(() => {
      if (isEnding) return;
      kills += 1;
      // Some of them die again by themselves, at a flush of the database.
      up = start(!isSteady && random() < 0.3 ? [random() < 0.5 ? 'flush.before' : 'flush.after', aimed(random)] : []);
    });
    const ready = once(child, 'message').then(([message]) => message as { organiserLink: string });
    return { child, dead, ready, isAimed: aim.length > 0 };
  }

  return {
    organiserLink: () => organiserLink,
    key: () => String(body.key),
    kills: () => kills,
    /** It is killed after so many more acknowledgements. */
    aim(acknowledgements: number | null) {
      left = acknowledgements;
    },
    acknowledged() {
      if (left === null) return;
      left -= 1;
      if (left > 0) return;
      left = null;
      up.child.kill('SIGKILL');
    },
    /** Resolves when it is up. */
    async calm() {
      left = null;
      await up.ready;
    },
    /** Resolves when one is up that does not die by itself: who prepares the next session does not begin again. */
    async steady() {
      isSteady = true;
      if (up.isAimed) {
        up.child.kill('SIGKILL');
        await up.dead;
      }
      await up.ready;
      isSteady = false;
    },
    async end() {
      isEnding = true;
      up.child.kill('SIGKILL');
      await up.dead;
    },
  };
}

const aimed = (random: () => number): string => String(5 + Math.floor(random() * 60));

/** An open session with voters in its plenary, each of whom comes back by themselves. */
async function prepare(url: string, ada: Awaited<ReturnType<typeof foundDialogue>>['ada'], server: Server) {
  const { body } = await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en'] });
  const dialogue = String(body.dialogue);
  const organiser = await connect(ada, dialogue);
  const all = Array.from({ length: people }, newId);
  await done(organiser.command('people.add', { people: all.map((person, at) => card(person, `Person ${at}`)) }));
  const session = newId();
  const plan = { session, title: 'What blocks us?', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await done(organiser.command('sessions.plan', plan));
  await done(organiser.command('sessions.open', { session, admission: 'direct' }));
  const links = await copyLinks(ada, dialogue, all);
  organiser.close();
  const host = openVoter(ada, dialogue, session, server.key());
  const voters: StubbornVoter[] = [];
  for (const person of all) {
    const voter = openVoter(await redeem(url, links[person] ?? ''), dialogue, session, server.key());
    await voter.command('sessions.enter', { session });
    voters.push(voter);
  }
  return {
    ...{ session, host, voters },
    close() {
      for (const voter of [host, ...voters]) voter.close();
    },
  };
}
