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

/** `multaqa`: documents alone, as the stock server has them; `notes`: with what the product does with them besides. */
export type Kind = 'multaqa' | 'uncommitted' | 'notes' | 'hocuspocus';

/** CPU in µs, of the process and of its main thread. */
export type Usage = { cpu: number; mainCpu: number };

/** A server with everybody connected: the copies of each document, those who write first. */
export type Room = { usage(): Promise<Usage>; documents: Y.Doc[][]; close(): void };

/** Starts a server of this kind, with so many documents and clients in each. */
export async function openRoom(kind: Kind, documents: number, clients: number): Promise<Room> {
  const child = fork(fileURLToPath(new URL('./documents-server.ts', import.meta.url)), [kind]);
  const [{ url, organiserLink }] = (await once(child, 'message')) as [{ url: string; organiserLink: string }];
  const join =
    kind === 'hocuspocus'
      ? joinHocuspocus(url, documents, clients)
      : joinMultaqa(url, organiserLink, documents, clients);
  const { copies, close } = await join;
  return {
    usage: () => usageOf(child),
    documents: copies,
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

type Joined = { copies: Y.Doc[][]; close(): void };

/** Everybody takes notes of the whole dialogue, so that they write in the plenary of each session. */
async function joinMultaqa(url: string, organiserLink: string, documents: number, clients: number): Promise<Joined> {
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
    typers.push(browsers.map(browser => openTyper(browser, dialogue, `notes:${session}/plenary`, { pace })));
  }
  for (const room of typers)
    for (const typer of room) {
      const reply = await typer.open();
      if (!reply.ok) throw new Error(reply.refusal);
    }
  return {
    copies: typers.map(room => room.map(({ doc }) => doc)),
    close() {
      for (const typer of typers.flat()) typer.close();
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
      const provider = new HocuspocusProvider({ websocketProvider, name, document: new Y.Doc(), awareness: null });
      provider.attach();
      return provider;
    });
    providers.push(room);
    await Promise.all(
      room.map(provider => provider.isSynced || new Promise<void>(resolve => provider.on('synced', () => resolve()))),
    );
  }
  return {
    copies: providers.map(room => room.map(({ document }) => document)),
    close() {
      for (const provider of providers.flat()) provider.destroy();
      for (const socket of sockets) socket.destroy();
    },
  };
}
