import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { limits } from '@multaqa/shared/limits';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { card, copyLinks, foundDialogue, newId, redeem, type TestApp } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';
import { openTyper, type Typer } from '../server/src/proof/typer.ts';
import { requirePeer } from './peers.ts';

/** `multaqa`: documents alone, as the stock servers have them; `notes` and `boards`: with what the product does with them besides. */
export type Kind = 'multaqa' | 'uncommitted' | 'notes' | 'boards' | 'hocuspocus' | 'y-websocket';

/** CPU in µs, of the process and of its main thread. */
export type Usage = { cpu: number; mainCpu: number };

/** Somebody at a document: their copy, and the way to tell the others where they are. */
export type Seat = { doc: Y.Doc; point(state: Record<string, unknown>): void };

/** A server with everybody connected: the seats at each document, those who write first. */
export type Room = { usage(): Promise<Usage>; seats: Seat[][]; documents: Y.Doc[][]; close(): void };

/** Starts a server of this kind, with so many documents and clients in each; `document` is their kind in the product. */
export async function openRoom(
  kind: Kind,
  documents: number,
  clients: number,
  document: 'notes' | 'board' = 'notes',
): Promise<Room> {
  const child = fork(fileURLToPath(new URL('./documents-server.ts', import.meta.url)), [kind]);
  const [{ url, organiserLink }] = (await once(child, 'message')) as [{ url: string; organiserLink: string }];
  const { seats, close } =
    kind === 'hocuspocus'
      ? await joinHocuspocus(url, documents, clients)
      : kind === 'y-websocket'
        ? await joinYWebsocket(url, documents, clients)
        : await joinMultaqa(url, organiserLink, { documents, clients, document });
  return {
    usage: () => usageOf(child),
    seats,
    documents: seats.map(room => room.map(({ doc }) => doc)),
    close() {
      close();
      child.kill('SIGKILL');
    },
  };
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

type Joined = { seats: Seat[][]; close(): void };

/** Everybody takes notes of the whole dialogue, so that they write in the plenary of each session. */
async function joinMultaqa(
  url: string,
  organiserLink: string,
  { documents, clients, document }: { documents: number; clients: number; document: string },
): Promise<Joined> {
  const { ada, dialogue } = await foundDialogue({ url, organiserLink } as TestApp);
  const host = await connect(ada, dialogue);
  const sessions = Array.from({ length: documents }, newId);
  for (const session of sessions)
    await host.command('sessions.plan', {
      session,
      ...{ title: 'Benchmark', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' },
    });
  const people = Array.from({ length: documents * clients }, newId);
  for (let at = 0; at < people.length; at += 50) {
    const some = people.slice(at, at + 50);
    await host.command('people.add', {
      people: some.map((person, place) => card(person, `P ${at + place}`, 'note-taker')),
    });
  }
  const links = await copyLinks(ada, dialogue, people);
  // An address may hold as many connections as there are clients here.
  host.close();
  const typers: Typer[][] = [];
  for (const [at, session] of sessions.entries()) {
    const own = people.slice(at * clients, (at + 1) * clients);
    const browsers = await Promise.all(own.map(person => redeem(url, links[person] ?? '')));
    const pace = limits.documentPace;
    typers.push(browsers.map(browser => openTyper(browser, dialogue, `${document}:${session}/plenary`, { pace })));
  }
  for (const room of typers)
    for (const typer of room) {
      const reply = await typer.open();
      if (!reply.ok) throw new Error(reply.refusal);
    }
  return {
    seats: typers.map(room => room.map(seatOf)),
    close() {
      for (const typer of typers.flat()) typer.close();
    },
  };
}

function seatOf({ doc, socket, name }: Typer): Seat {
  let clock = 0;
  return {
    doc,
    point(state) {
      clock += 1;
      socket.volatile.emit('caret', { document: name, clock, state });
    },
  };
}

async function joinHocuspocus(url: string, documents: number, clients: number): Promise<Joined> {
  const providers: HocuspocusProvider[][] = [];
  const sockets: HocuspocusProviderWebsocket[] = [];
  for (let document = 0; document < documents; document += 1) {
    const room = Array.from({ length: clients }, () => {
      const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
      sockets.push(websocketProvider);
      const name = `document ${document}`;
      const provider = new HocuspocusProvider({ websocketProvider, name, document: new Y.Doc() });
      provider.attach();
      return provider;
    });
    providers.push(room);
    await Promise.all(
      room.map(provider => provider.isSynced || new Promise<void>(resolve => provider.on('synced', () => resolve()))),
    );
  }
  return {
    seats: providers.map(room =>
      room.map(({ document: doc, awareness }) => ({ doc, point: state => awareness?.setLocalState(state) })),
    ),
    close() {
      for (const provider of providers.flat()) provider.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** What is used of y-websocket's own client. */
type YProvider = {
  synced: boolean;
  awareness: { setLocalState(state: object): void };
  once(event: 'sync', told: () => void): void;
  destroy(): void;
};
type YClient = {
  WebsocketProvider: new (
    url: string,
    name: string,
    doc: Y.Doc,
    options: { WebSocketPolyfill: unknown; disableBc: true },
  ) => YProvider;
};

/** The clients have the copy of Yjs that their provider has. */
async function joinYWebsocket(url: string, documents: number, clients: number): Promise<Joined> {
  const { WebsocketProvider } = requirePeer('y-websocket') as YClient;
  const { Doc } = requirePeer('yjs') as typeof Y;
  const providers: YProvider[] = [];
  const seats: Seat[][] = [];
  for (let document = 0; document < documents; document += 1) {
    const room = Array.from({ length: clients }, () => {
      const doc = new Doc();
      const options = { WebSocketPolyfill: WebSocket, disableBc: true } as const;
      const provider = new WebsocketProvider(url, `document-${document}`, doc, options);
      providers.push(provider);
      return { doc, point: (state: Record<string, unknown>) => provider.awareness.setLocalState(state) };
    });
    seats.push(room);
  }
  await Promise.all(
    providers.map(provider => provider.synced || new Promise<void>(resolve => provider.once('sync', resolve))),
  );
  return {
    seats,
    close() {
      for (const provider of providers) provider.destroy();
    },
  };
}
