import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Clock } from '../platform/clock.ts';
import type { Snapshot, Store } from '../platform/store/store.ts';
import type { Faults } from './faults.ts';
import type { CrashPoint } from './runner.ts';
import { partId, partsOf } from './state-parts.ts';

/** Writes snapshots beside the commands, which never wait for one. */
export type Snapshots = {
  /** To be called after each commit. */
  committed(state: State, seq: number): void;
  /** Waits for the one that is being written. */
  close(): Promise<void>;
};

export type SnapshotPorts = {
  save(snapshot: Snapshot): ReturnType<Store['dialogues']['saveSnapshot']>;
  rules: Rules;
  clock: Clock;
  faults: Faults;
  crash(point: CrashPoint): void;
  /** Facts between two snapshots. */
  every: number;
};

/** How long (ms) parts are encoded before everything else has its turn. */
const turn = 4;

/** Writes a snapshot whenever so many facts have been committed since the last one. */
export function startSnapshots(
  start: { state: State; snapshotSeq: number; snapshotParts: ReadonlyMap<string, object> },
  { save, rules, clock, faults, crash, every }: SnapshotPorts,
): Snapshots {
  /** The position from which the facts to the next one are counted. */
  let countedFrom = start.snapshotSeq;
  let known = start.snapshotParts;
  let writing: Promise<void> | null = null;
  let newest = { state: start.state, seq: countedFrom };

  async function write(): Promise<void> {
    const { state, seq } = newest;
    // One that fails is not tried again with each commit: a full disk would cost a whole snapshot each time.
    countedFrom = seq;
    const { slices, objects } = await encode(state);
    crash('snapshot.before');
    const result = await save({ seq, slices });
    if (result === 'saved') [known, countedFrom] = [objects, seq];
    // What the database has of it is gone: with the next commit one is written whole.
    else [known, countedFrom] = [new Map(), newest.seq - every];
    crash('snapshot.after');
  }

  /** The parts of a state as texts, null for those that the database has; now and then everything else has its turn. */
  async function encode(state: State): Promise<{ slices: Snapshot['slices']; objects: Map<string, object> }> {
    const objects = new Map<string, object>();
    const slices: { [slice: string]: Snapshot['slices'][string] } = {};
    let began = clock.monotonic();
    for (const slice of rules.slices) {
      const parts: { [key: string]: string | null } = {};
      for (const [key, part] of Object.entries(partsOf(slice).split(state[slice.name]))) {
        const id = partId(slice.name, key);
        objects.set(id, part);
        parts[key] = known.get(id) === part ? null : JSON.stringify(part);
        if (clock.monotonic() - began < turn) continue;
        await new Promise<void>(resolve => setImmediate(resolve));
        began = clock.monotonic();
      }
      slices[slice.name] = { version: slice.stateVersion, parts };
    }
    return { slices, objects };
  }

  return {
    committed(state, seq) {
      newest = { state, seq };
      if (writing || seq - countedFrom < every) return;
      writing = write()
        .catch(error => {
          faults.log(error, 'snapshot failed');
          known = new Map();
        })
        .finally(() => {
          writing = null;
        });
    },
    async close() {
      await writing;
    },
  };
}
