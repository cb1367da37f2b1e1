import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from '@hocuspocus/server';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AppOptions } from '../server/src/app.options.ts';
import { startTestApp } from '../server/src/app.samples.ts';
import { requirePeer } from './peers.ts';

// One of the servers that the benchmark of documents compares, in a process of its own so that its CPU time is its own.
const servers: Record<string, () => Promise<void>> = {
  multaqa: () => multaqa({ documentFeatures: [] }),
  uncommitted: () => multaqa({ documentFeatures: [] }, 'uncommitted'),
  notes: () => multaqa({}),
  boards: () => multaqa({}),
  hocuspocus,
  'y-websocket': yWebsocket,
};
await servers[process.argv[2] ?? '']?.();

async function multaqa(options: Pick<AppOptions, 'documentFeatures'>, commits = 'committed'): Promise<void> {
  const app = await startTestApp({ rates: { take: () => true, takeFor: () => true }, ...options });
  // What the commit costs is the difference to a server that acknowledges without one.
  if (commits === 'uncommitted') Object.assign(app.store.documents, { append: async () => 'appended' });
  ready(app.url, app.organiserLink);
}

/** The stock server: its own WebSockets, what comes in one turn merged, and a store that is asked seconds later. */
async function hocuspocus(): Promise<void> {
  const server = new Server({ port: 0, quiet: true, flushDelay: 0, onStoreDocument: async () => undefined });
  await server.listen();
  ready(`ws://127.0.0.1:${server.address.port}`, null);
}

/** The server that comes with y-websocket, as its own `server.cjs` starts it. */
async function yWebsocket(): Promise<void> {
  const { setupWSConnection } = requirePeer('y-websocket/bin/utils') as {
    setupWSConnection(socket: WebSocket, request: unknown): void;
  };
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', setupWSConnection);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ready(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, null);
}

function ready(url: string, organiserLink: string | null): void {
  process.on('message', question => {
    const { user, system } = process.cpuUsage();
    const main = process.threadCpuUsage();
    process.send?.({ question, cpu: user + system, mainCpu: main.user + main.system });
  });
  process.send?.({ url, organiserLink });
}
