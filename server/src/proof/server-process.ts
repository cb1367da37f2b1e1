import { pino } from 'pino';
import { startApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { CrashPoint } from '../dialogue/runner.ts';
import { systemClock } from '../platform/clock.ts';

/** Where the process may end: at a point of a dialogue's runner, or in the database's thread at the flush of a group. */
export type ProcessEnd = CrashPoint | 'flush.before' | 'flush.after';

// A server that ends itself with -9 when it passes a given point for the n-th time, and serves the client of a folder:
// `node server-process.ts [point] [n] [folder]`.
const [point, passes, clientFolder] = process.argv.slice(2) as [ProcessEnd | undefined, string?, string?];
let left = Number(passes ?? 0);
// The start itself writes too; it is not what is proved here.
const flushesToStart = 10;

const read = readConfig();
if (!read.ok) throw new Error(read.mistakes.join('; '));
const app = await startApp(read.config, {
  clock: systemClock,
  logger: pino({ level: 'error' }, pino.destination(2)),
  version: 'test',
  clientFolder: clientFolder ?? 'none',
  media: read.config.MEDIASOUP_WORKER_BIN ? { worker: read.config.MEDIASOUP_WORKER_BIN, count: 1 } : null,
  snapshotEvery: 60,
  // What is proved here must hold for those whom no limit slows down.
  rates: { take: () => true, takeFor: () => true },
  ...((point === 'flush.before' || point === 'flush.after') && {
    disk: { end: { at: point, nth: left + flushesToStart, by: 'kill' } },
  }),
  crash(passed) {
    if (passed !== point) return;
    left -= 1;
    if (left <= 0) process.kill(process.pid, 'SIGKILL');
  },
});
process.send?.({ address: app.address, organiserLink: app.organiserLink });
