import { randomUUID } from 'node:crypto';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Numbered, Packed } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Lease, Store } from '../platform/store/store.ts';
import { openDialogueTime } from './dialogue-time.ts';
import { type Effect, type Effects, startEffects } from './effects.ts';
import type { Debug, EngineMetrics } from './engine-metrics.ts';
import type { Faults } from './faults.ts';
import type { LoggedDialogue } from './load-dialogue.ts';
import { type Publisher, startPublisher } from './publisher.ts';
import { type CrashPoint, type Runner, startRunner } from './runner.ts';
import { type Snapshots, startSnapshots } from './snapshots.ts';

/** A dialogue in the memory of the node that holds its lease; `now` is its own time, in ms since the epoch. */
export type LiveDialogue = {
  dialogue: string;
  runner: Runner;
  publisher: Publisher;
  now(): number;
  /**
   * A write of another engine of this node, such as one for documents, under the dialogue's lease: once another node has
   * taken over, `write` finds it and answers `fenced`, and the dialogue is loaded again. Rejects as `write` does.
   */
  fenced<Result>(write: (lease: Lease) => Promise<Result | 'fenced'>): Promise<Result | 'fenced'>;
};

/** A dialogue at work. `usedAt` is an instant of the monotonic clock; `deadline` one of the clock, null when nothing is foreseen. */
export type Running = {
  entry: LiveDialogue;
  lease: Lease;
  effects: Effects;
  snapshots: Snapshots;
  usedAt: number;
  deadline(): number | null;
};

/** What one transaction has added to a dialogue. */
export type Commit = { dialogue: string; facts: readonly Recorded[] };
export type Follower = (commit: Commit) => void;

export type StartPorts = {
  store: Pick<Store, 'dialogues'>;
  rules: Rules;
  clock: Clock;
  logger: Logger;
  metrics: EngineMetrics;
  faults: Faults;
  effects: readonly Effect[];
  send(dialogue: string, audience: string, patch: Packed<Numbered>): void;
  /** Called with each commit, one after another, before anybody is told of it; what one of them throws does not stop the others. */
  followers: readonly Follower[];
  crash(point: CrashPoint): void;
  /** Facts between two snapshots. */
  snapshotEvery: number;
  alarm(deadline: number | null): void;
  fenced(dialogue: string): void;
};

/** Puts the parts of a loaded dialogue together: what is committed is told, reacted to, and waited for. */
export function startDialogue(
  ports: StartPorts,
  lease: Lease,
  logged: LoggedDialogue,
  unreacted: readonly Recorded[],
): Running {
  const { store, rules, clock, logger, metrics, faults } = ports;
  const { dialogue } = lease;
  const debug: Debug = (what, where) => logger.debug({ dialogue, ...where }, what);
  const time = openDialogueTime(clock, logged.lastAt);
  const effects = startEffects(dialogue, ports.effects, { store, clock, logger });
  const snapshots = startSnapshots(logged, {
    save: snapshot => fenced(held => store.dialogues.saveSnapshot(held, snapshot)),
    rules,
    clock,
    faults,
    crash: ports.crash,
    every: ports.snapshotEvery,
  });
  const publisher = startPublisher({
    rules,
    clock,
    time,
    faults,
    metrics,
    debug,
    epoch: randomUUID(),
    start: logged,
    send: (audience, patch) => ports.send(dialogue, audience, patch),
  });
  const runner = startRunner(lease, logged, {
    store,
    rules,
    clock,
    time,
    faults,
    metrics,
    debug,
    crash: ports.crash,
    remembered: limits.commandsRemembered,
    committed(facts, state, seq, actors) {
      for (const follow of facts.length > 0 ? ports.followers : [])
        faults.attempt('a follower of commits failed', () => follow({ dialogue, facts }));
      publisher.changed(facts, state, seq, actors);
      effects.committed(facts, seq);
      snapshots.committed(state, seq);
      ports.alarm(deadline());
    },
    fenced: () => ports.fenced(dialogue),
  });

  async function fenced<Result>(write: (lease: Lease) => Promise<Result | 'fenced'>): Promise<Result | 'fenced'> {
    const result = await write(lease);
    if (result === 'fenced') runner.fence();
    return result;
  }

  function deadline(): number | null {
    const at = rules.deadline(runner.state(), faults.ofSlice);
    if (at === null) return null;
    time.now();
    return time.onClock(at);
  }

  effects.committed(unreacted, logged.seq);
  ports.alarm(deadline());
  return {
    entry: { dialogue, runner, publisher, now: time.now, fenced },
    lease,
    effects,
    snapshots,
    usedAt: clock.monotonic(),
    deadline,
  };
}
