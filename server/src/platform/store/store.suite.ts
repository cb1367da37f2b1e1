/**
 * The laws of the store, for every adapter.
 *
 * [S1] The positions of a dialogue's log are 1, 2, 3 … without a gap.
 * [S2] A batch is there as a whole, with its commands and its deadline, or not at all.
 * [S3] A command is accepted once.
 * [S4] Who lost the lease writes nothing more.
 * [S5] Of two appends at one position, one is refused.
 * [S6] A damaged snapshot costs time, never facts.
 * [S7] An erased name is nowhere in the database; the facts stay.
 * [S8] What was stored is there after the database was closed and opened again.
 * [S9] A position of effects never moves back.
 * [D1] A join link is found by the hash of its token alone.
 * [D2] An organiser's link opens once, within an hour, and only while it is the newest of its account.
 * [D3] A revoked account opens nothing.
 * [D4] A sign-in enters a dialogue as one person, the newest one.
 * [D5] What expired is removed as a whole, and nothing else.
 * [J1] A job is ordered once, by its key, for ever.
 * [J2] A job is taken by one at a time, again when its taker fell silent, and never after it is done.
 * [J3] Each queue gives its own jobs alone.
 * [J4] A taken job is its taker's while they keep it; who lost it changes nothing of it.
 * [J5] A job that has ended stays ended.
 * [T1] What was written into a document is given back in order.
 * [T2] A batch of documents is there as a whole or not at all; a position is taken once.
 * [T3] Who lost the lease writes nothing more into documents.
 * [T4] A client id is one person's for good.
 * [T5] Updates are let go only when two snapshots do without them.
 * [T6] No snapshot takes the place of a better one.
 * [T7] Versions that somebody named stay.
 * [T8] What was written and not noticed by those who react to it is known.
 * [B1] Ballots are given back as they were put, the newest of a run.
 * [B2] No ballot is kept after a fact that closes its poll, or by one who lost the lease.
 * [B3] Ballots that were removed are nowhere on disk.
 */
import { afterEach, beforeEach, describe } from 'vitest';
import type { Bench, Place } from '../testing/store-bench.ts';
import { ballotsSuite } from './ballots.suite.ts';
import { documentsSuite } from './documents.suite.ts';
import { doorsSuite } from './doors.suite.ts';
import { filesSuite } from './files.suite.ts';
import { jobsSuite } from './jobs.suite.ts';
import { leaseSuite } from './leases.suite.ts';
import { logSuite } from './log.suite.ts';
import { openStore } from './open-store.ts';
import { randomSuite } from './random.suite.ts';
import { snapshotsSuite } from './snapshots.suite.ts';
import type { Store } from './store.ts';

/** Runs all laws against one kind of database. */
export function storeSuite(name: string, place: () => Place): void {
  describe(name, () => {
    let current: { store: Store; place: Place } | null = null;
    const now = () => {
      if (!current) throw new Error('no test is running');
      return current;
    };
    const bench: Bench = {
      get store() {
        return now().store;
      },
      get place() {
        return now().place;
      },
      async reopen() {
        await now().store.close();
        const store = await openStore(now().place.address);
        current = { store, place: now().place };
        return store;
      },
    };
    beforeEach(async () => {
      const fresh = place();
      current = { store: await openStore(fresh.address), place: fresh };
    });
    afterEach(async () => {
      await current?.store.close();
      current?.place.remove();
      current = null;
    });
    logSuite(bench);
    leaseSuite(bench);
    snapshotsSuite(bench);
    randomSuite(bench);
    doorsSuite(bench);
    jobsSuite(bench);
    filesSuite(bench);
    documentsSuite(bench);
    ballotsSuite(bench);
  });
}
