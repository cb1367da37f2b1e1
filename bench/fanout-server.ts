import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { type WebSocket, WebSocketServer } from 'ws';
import { startTestApp } from '../server/src/app.samples.ts';

// One of the servers that the benchmarks compare, in a process of its own so that its CPU time and memory are its own.
const servers: Record<string, () => Promise<void>> = { multaqa, socketio, ws };
await servers[process.argv[2] ?? '']?.();

async function multaqa(): Promise<void> {
  const app = await startTestApp({ rates: { take: () => true, takeFor: () => true } });
  ready(app.url, app.organiserLink);
}

/** The room emit of Socket.IO's tutorial: each event is acknowledged and sent to everybody at once. */
async function socketio(): Promise<void> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  io.on('connection', socket => {
    void socket.join('room');
    socket.on('event', (event, ack) => {
      io.to('room').emit('event', event);
      ack({ ok: true });
    });
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  ready(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, null);
}

/** Plain WebSockets: each event encoded once and written to everybody. */
async function ws(): Promise<void> {
  const all = new Set<WebSocket>();
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise<void>(resolve => server.once('listening', resolve));
  server.on('connection', socket => {
    all.add(socket);
    socket.on('close', () => all.delete(socket));
    socket.on('message', data => {
      const frame = JSON.stringify(JSON.parse(String(data)));
      for (const other of all) other.send(frame);
    });
  });
  ready(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null);
}

function ready(url: string, organiserLink: string | null): void {
  process.on('message', question => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const main = process.threadCpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ question, cpu: user + system, mainCpu: main.user + main.system, rss, heapUsed });
  });
  process.send?.({ url, organiserLink });
}
