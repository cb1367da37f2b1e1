import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limits } from '@multaqa/shared/limits';
import { Server } from 'socket.io';

// One of the servers that the benchmark of votes compares, in a process of its own so that its CPU time is its own.
const servers: Record<string, () => Promise<void>> = { multaqa, tutorial };
await servers[process.argv[2] ?? '']?.();

/** The product, for as many people of one address as the benchmark has. */
async function multaqa(): Promise<void> {
  Object.assign(limits, { peoplePerDialogue: 5_000, socketsPerAddress: 5_000, factsPerCommand: 50_000 });
  const { startTestApp } = await import('../server/src/app.samples.ts');
  const app = await startTestApp({ rates: { take: () => true, takeFor: () => true } });
  ready(app.url, app.organiserLink);
}

/** The poll of Socket.IO's tutorials: each vote is kept in memory, all are counted again, and everybody is sent the result. */
async function tutorial(): Promise<void> {
  const http = createServer();
  const io = new Server(http, { transports: ['websocket'], serveClient: false });
  const votes = new Map<string, string>();
  io.on('connection', socket => {
    socket.on('again', (ack: () => void) => {
      votes.clear();
      ack();
    });
    socket.on('vote', (option: string, ack: (answer: object) => void) => {
      votes.set(socket.id, option);
      const results: Record<string, number> = {};
      for (const one of votes.values()) results[one] = (results[one] ?? 0) + 1;
      io.emit('results', { voters: votes.size, sums: results });
      ack({ ok: true });
    });
  });
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
  ready(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, null);
}

function ready(url: string, organiserLink: string | null): void {
  process.on('message', question => {
    const { user, system } = process.cpuUsage();
    const main = process.threadCpuUsage();
    process.send?.({ question, cpu: user + system, mainCpu: main.user + main.system });
  });
  process.send?.({ url, organiserLink });
}
