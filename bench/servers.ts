import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { unpacked } from '@multaqa/shared/packed';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import {
  type Browser,
  card,
  copyLinks,
  foundDialogue,
  newId,
  redeem,
  type TestApp,
} from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { inflate } from '../server/src/platform/packed.ts';

/** CPU in µs, of the process and of its main thread; memory in bytes. */
export type Usage = { cpu: number; mainCpu: number; rss: number; heapUsed: number };

/** One participant of a benchmark: `say` sends an event, `received` counts the events of all that arrived here. */
export type Peer = {
  enter(): Promise<void>;
  say(text: string): void;
  received(): number;
  frames(): number;
  close(): void;
};

export type Bench = {
  usage(): Promise<Usage>;
  /** Connects everybody; until then the server knows of them and holds no connection. */
  join(): Promise<Peer[]>;
  stop(): void;
};

export type Kind = 'multaqa' | 'socketio' | 'ws';

/** Starts a server of this kind in its own process, for so many peers in this one. */
export async function startBench(kind: Kind, size: number): Promise<Bench> {
  const { url, organiserLink, usage, stop } = await startServer(kind);
  const joins = {
    multaqa: async () => {
      const prepared = await prepareMultaqa(url, organiserLink, size);
      return () => multaqaPeers(prepared);
    },
    socketio: async () => () => socketioPeers(url, size),
    ws: async () => () => wsPeers(url, size),
  };
  return { join: await joins[kind](), usage, stop };
}

/** A server of this kind in a process of its own. */
export async function startServer(kind: Kind) {
  const child = fork(fileURLToPath(new URL('./fanout-server.ts', import.meta.url)), [kind], {
    execArgv: ['--expose-gc'],
  });
  const [{ url, organiserLink }] = (await once(child, 'message')) as [{ url: string; organiserLink: string }];
  return { url, organiserLink, usage: () => usageOf(child), stop: () => void child.kill('SIGKILL') };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

type Prepared = { browsers: readonly Browser[]; dialogue: string; session: string; host: Browser };

/** Founds a dialogue with an open session and signs everybody in. */
export async function prepareMultaqa(
  url: string,
  organiserLink: string | null,
  size: number,
  admission: 'direct' | 'lobby' = 'direct',
): Promise<Prepared> {
  const { ada, dialogue } = await foundDialogue({ url, organiserLink } as TestApp);
  const host = await connect(ada, dialogue);
  const people = Array.from({ length: size }, newId);
  const session = newId();
  for (let at = 0; at < size; at += 50) {
    await host.command('people.add', {
      people: people.slice(at, at + 50).map((id, index) => ({
        ...card(id, `${word(5)} ${word(8)} ${at + index}`),
        municipality: `${word(7)} ${Math.floor((at + index) / 5)}`,
        needs: [word(9), word(12)],
        vision: Array.from({ length: 12 }, () => word(6)).join(' '),
      })),
    });
  }
  await host.command('sessions.plan', {
    session,
    title: 'Benchmark',
    goal: '',
    startsAt: 0,
    minutes: 60,
    zone: 'Africa/Tunis',
  });
  await host.command('sessions.open', { session, admission });
  const links = await copyLinks(ada, dialogue, people);
  host.close();
  const browsers: Browser[] = [];
  for (const person of people) browsers.push(await redeem(url, links[person] ?? ''));
  return { browsers, dialogue, session, host: ada };
}

/** Letters without sense, about as hard to shorten as names. */
const word = (length: number): string =>
  Array.from({ length }, () => 'aeioulnrstmdkbgh'[Math.floor(Math.random() * 16)]).join('');

async function multaqaPeers({ browsers, dialogue, session }: Prepared): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const browser of browsers) {
    const client = await connect(browser, dialogue);
    let seen = 0;
    let frames = 0;
    client.socket.on('patch', patch => {
      frames += 1;
      seen += JSON.stringify(unpacked(patch, inflate)).split('"status":"said"').length - 1;
    });
    peers.push({
      enter: async () => void (await client.command('sessions.enter', { session })),
      say: text => void client.command('chat.say', { room: `${session}/plenary`, message: newId(), text }),
      received: () => seen,
      frames: () => frames,
      close: client.close,
    });
  }
  return peers;
}

async function socketioPeers(url: string, size: number): Promise<Peer[]> {
  return Promise.all(
    Array.from({ length: size }, async () => {
      const socket = io(url, { transports: ['websocket'], forceNew: true });
      let seen = 0;
      socket.on('event', () => {
        seen += 1;
      });
      await new Promise(resolve => socket.once('connect', () => resolve(null)));
      return {
        enter: async () => undefined,
        say: eventOf(event => socket.emit('event', event, () => undefined)),
        received: () => seen,
        frames: () => seen,
        close: () => socket.close(),
      };
    }),
  );
}

async function wsPeers(url: string, size: number): Promise<Peer[]> {
  return Promise.all(
    Array.from({ length: size }, async () => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      let seen = 0;
      socket.on('message', () => {
        seen += 1;
      });
      await once(socket, 'open');
      return {
        enter: async () => undefined,
        say: eventOf(event => socket.send(JSON.stringify(event))),
        received: () => seen,
        frames: () => seen,
        close: () => socket.close(),
      };
    }),
  );
}

/** The same content as one of Multaqa's messages carries, about 250 bytes. */
const eventOf = (send: (event: unknown) => void) => (text: string) =>
  send({
    message: newId(),
    seq: 1_000,
    at: Date.now(),
    author: newId(),
    to: `${newId()}/plenary`,
    text,
    reactions: {},
    status: 'said',
  });
