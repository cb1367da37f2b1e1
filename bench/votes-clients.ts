import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apply, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import { unpacked } from '@multaqa/shared/packed';
import { protocol } from '@multaqa/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import { type Browser, newId } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { anySheet, cast, choice, finished, type Paper } from '../server/src/facilitate/polls/polling.samples.ts';
import { blindPaper } from '../server/src/facilitate/polls/voter.samples.ts';
import { inflate } from '../server/src/platform/packed.ts';
import { prepareMultaqa } from './servers.ts';

/** `named`: who chose what is known; `anonymous`: ballots on papers, over HTTP; `tutorial`: everything counted and sent again with each vote. */
export type Kind = 'named' | 'anonymous' | 'tutorial';

export type Counted = { voters: number; sums: Readonly<Record<string, number>> };

/** A voter without a screen. */
export type Voter = {
  /** Resolves when the vote is acknowledged. */
  vote(option: string): Promise<void>;
  /** The result as this voter is shown it. */
  seen(): Counted | null;
};

export type Poll = {
  /** Opens the poll again, so that nobody has voted; those who vote in it. */
  begin(): Promise<Voter[]>;
  /** CPU in µs, of the process and of its main thread. */
  usage(): Promise<{ cpu: number; mainCpu: number }>;
  /** Frames and bytes that have arrived at all voters. */
  arrived(): { frames: number; bytes: number };
  /** Nobody votes any more, where that is needed for the result to be shown. */
  close(): Promise<unknown>;
  stop(): void;
};

/** Starts a server and lets so many people open a poll on it. */
export async function openPoll(kind: Kind, size: number): Promise<Poll> {
  const program = fileURLToPath(new URL('./votes-server.ts', import.meta.url));
  const child = fork(program, [kind === 'tutorial' ? 'tutorial' : 'multaqa']);
  const [{ url, organiserLink }] = (await once(child, 'message')) as [{ url: string; organiserLink: string }];
  const arrived = { frames: 0, bytes: 0 };
  const count = (socket: Socket) =>
    socket.io.on('open', () =>
      socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
        if (type !== 'message') return;
        arrived.frames += 1;
        arrived.bytes += Buffer.byteLength(String(data ?? ''));
      }),
    );
  const { begin, close } =
    kind === 'tutorial'
      ? await joinTutorial(url, size, count)
      : await joinMultaqa(url, organiserLink, kind, size, count);
  return {
    begin,
    close,
    usage: () => usageOf(child),
    arrived: () => ({ ...arrived }),
    stop: () => void child.kill('SIGKILL'),
  };
}

async function usageOf(child: ChildProcess): Promise<{ cpu: number; mainCpu: number }> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [{ cpu: number; mainCpu: number }];
  return usage;
}

type Count = (socket: Socket) => void;

async function joinTutorial(url: string, size: number, count: Count) {
  const all = await inTurns(Array.from({ length: size }), async () => {
    const socket = io(url, { transports: ['websocket'], forceNew: true });
    count(socket);
    const shown: { results: Counted | null } = { results: null };
    socket.on('results', results => {
      shown.results = results;
    });
    await new Promise(resolve => socket.once('connect', () => resolve(null)));
    return { socket, shown };
  });
  return {
    async begin(): Promise<Voter[]> {
      await all[0]?.socket.emitWithAck('again');
      return all.map(({ socket, shown }) => ({
        vote: async option => void (await socket.emitWithAck('vote', option)),
        seen: () => shown.results,
      }));
    },
    close: async () => {},
  };
}

async function joinMultaqa(url: string, organiserLink: string, kind: Kind, size: number, count: Count) {
  const { browsers, dialogue, session, host } = await prepareMultaqa(url, organiserLink, size);
  const room = `${session}/plenary`;
  const tabs = await inTurns(browsers, async browser => openTab(browser, dialogue, session, count));
  const organiser = await connect(host, dialogue);
  const isNamed = kind === 'named';
  const { key } = (await host.get('/ballots/key')).body as { key: string };
  const sheet = anySheet({ names: isNamed ? 'after' : 'never', results: isNamed ? 'live' : 'after' });
  let run = '';
  const voterIn = async ({ browser, socket, result }: (typeof tabs)[number]): Promise<Voter> => {
    const seen = () => result(run);
    const send = (kind: string, input: object) =>
      socket.timeout(60_000).emitWithAck('command', { id: newId(), kind, input });
    if (isNamed)
      return { vote: option => byName(() => send('polls.vote', { run, room, ballot: choice(option) })), seen };
    const preparing = blindPaper(key);
    await send('polls.paper', { run, room, blinded: preparing.blinded });
    const paper = await finished(browser, { dialogue, run, key }, preparing);
    return { vote: option => onPaper(url, { dialogue, run }, paper, option), seen };
  };
  const close = () => organiser.command('polls.close', { run, room });
  return {
    async begin() {
      if (run) await close();
      const poll = newId();
      run = newId();
      await organiser.command('polls.prepare', { poll, session, sheet });
      await organiser.command('polls.launch', { poll, run, room, also: [], key: isNamed ? null : key });
      return inTurns(tabs, voterIn);
    },
    close: async () => (isNamed ? undefined : close()),
  };
}

/** Sends a vote until it is taken: a server that has too much to do says so. */
async function byName(send: () => Promise<{ ok: boolean; refusal?: string }>): Promise<void> {
  for (let ack = await send(); !ack.ok; ack = await send())
    if (ack.refusal !== 'busy') throw new Error(`a vote was refused: ${ack.refusal}`);
}

async function onPaper(
  url: string,
  of: { dialogue: string; run: string },
  paper: Paper,
  option: string,
): Promise<void> {
  const { status, body } = await cast(url, of, paper, choice(option));
  if (status !== 200) throw new Error(`a ballot was refused: ${body.refusal}`);
}

/** A tab that reads nothing of the view but polls. */
async function openTab(browser: Browser, dialogue: string, session: string, count: Count) {
  const socket = io(browser.url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: browser.url, cookie: browser.cookie },
    auth: { protocol, dialogue },
  });
  count(socket);
  let polls: Json = {};
  socket.on('patch', packed => {
    const { patch } = unpacked(packed, inflate) as { patch: Patch };
    const change = patch[0] === '{' ? patch[1].polls : 0;
    if (change) polls = apply(polls, change);
  });
  await new Promise(resolve => socket.once('welcome', () => resolve(null)));
  await socket.timeout(60_000).emitWithAck('command', { id: newId(), kind: 'sessions.enter', input: { session } });
  const result = (run: string) =>
    (polls as { runs?: Record<string, { tally: Counted | null }> }).runs?.[run]?.tally ?? null;
  return { browser, socket, result };
}

/** Does something for each, fifty at a time. */
async function inTurns<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += 50) results.push(...(await Promise.all(items.slice(at, at + 50).map(act))));
  return results;
}
