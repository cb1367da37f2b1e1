/** A program for tests that kill it: takes the orders of the data folder given, says so, and never ends one. */
import { writeSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { startOrders } from '../orders.ts';
import { openStore } from '../store/open-store.ts';

const [, , folder = ''] = process.argv;
const { jobs } = await openStore({ kind: 'sqlite', folder });
const handlers = {
  solve(_data: unknown, key: string) {
    writeSync(1, `begun ${key}\n`);
    return new Promise<void>(() => {});
  },
};
startOrders({ jobs, handlers, clock: systemClock, atOnce: 1, report: () => '' });
setInterval(() => {}, 1_000);
