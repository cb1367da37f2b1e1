import { type Excerpted, excerptOf } from '@multaqa/shared/dialogue';
import type { Actor, State } from '@multaqa/shared/kernel/composition';
import type { Command } from '@multaqa/shared/kernel/decide';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Ack } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { Done, Lease, Store } from '../platform/store/store.ts';
import { decideTogether, refusal, type Trial, type Waiting } from './decide-together.ts';
import type { DialogueTime } from './dialogue-time.ts';
import type { Debug, EngineMetrics } from './engine-metrics.ts';
import type { Faults } from './faults.ts';

/** Moments at which a test may end the process, to prove that nothing acknowledged is lost there. */
export type CrashPoint = 'commit.before' | 'commit.after' | 'ack.after' | 'snapshot.before' | 'snapshot.after';

export type RunnerPorts = {
  store: Pick<Store, 'dialogues'>;
  rules: Rules;
  clock: Clock;
  time: DialogueTime;
  faults: Faults;
  metrics: Pick<EngineMetrics, 'committed'>;
  debug: Debug;
  crash(point: CrashPoint): void;
  /** How many accepted commands are kept in memory. */
  remembered: number;
  /** Called after the acknowledgements, with what the log has gained and whose commands have been accepted. */
  committed(facts: readonly Recorded[], state: State, seq: number, actors: readonly Actor[]): void;
  /** Called once when this node may no longer write: the dialogue must be loaded again. */
  fenced(): void;
};

export type Runner = {
  state(): State;
  seq(): number;
  /** How many commands wait for their turn. */
  waiting(): number;
  /** One answer per command; the same id by the same person has one effect and gets the same answer. */
  submit(actor: Actor, id: string, command: Command): Promise<Ack>;
  /** Lets time make the facts that are due; a refusal when they could not be written. */
  tick(): Promise<Ack>;
  /** Refuses what comes, waits for what runs. */
  close(): Promise<void>;
  /** To be called when another write under the lease found that this node may no longer write. */
  fence(): void;
};

/** Runs the commands of one dialogue one after another: load → permit → decide → append and commit → evolve → ack. */
export function startRunner(lease: Lease, start: { state: State; seq: number }, ports: RunnerPorts): Runner {
  const { store, rules, clock, time, faults, metrics, debug, crash, remembered, committed, fenced } = ports;
  let { state, seq } = start;
  let committedAt = clock.now() - limits.commitPause;
  const done = new Map<string, Done>();
  let excerpted: Excerpted | null = null;
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;
  let status: 'open' | 'closed' = 'open';

  const enqueue = (entry: Waiting) => {
    if (status === 'closed') return entry.answer(refusal('elsewhere'));
    if (waiting.length >= limits.queue && entry.work === 'command') return entry.answer(refusal('busy'));
    waiting.push(entry);
    wake();
  };

  // What arrives between the end of the loop and this reset would otherwise wait for the next command.
  const wake = () => {
    running ??= drain().finally(() => {
      running = null;
      if (waiting.length > 0) wake();
    });
  };

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await pause();
      const together = waiting;
      waiting = [];
      await attempt(together);
    }
  }

  /** Whatever arrives in this turn of the event loop shares one transaction; in a busy dialogue, whatever arrives in the next few turns. */
  function pause(): Promise<void> {
    const next = committedAt + limits.commitPause;
    return new Promise(resolve => (clock.now() >= next ? setImmediate(resolve) : clock.at(next, resolve)));
  }

  /** Whatever happens, everybody who waits gets an answer. */
  async function attempt(together: readonly Waiting[]): Promise<void> {
    try {
      await commit(together);
    } catch (error) {
      const reference = faults.log(error, 'a transaction failed');
      for (const { answer } of together) answer({ ok: false, refusal: 'fault', reference });
    }
  }

  async function commit(together: readonly Waiting[]): Promise<void> {
    const trial = decideTogether({ rules, faults, now: time.now() }, { state, seq, done }, together);
    let result = trial.refused.length > 0 ? await recall(trial.refused) : ('new' as const);
    if (result === 'new' && (trial.done.length > 0 || trial.facts.length > 0)) {
      const appended = await append(trial);
      committedAt = clock.now();
      if (appended === 'conflict') result = await recall(trial.done.map(({ command }) => command));
      // The log has moved on by itself, or another node writes it.
      if (appended !== 'appended' && result === 'new') result = appended === 'failed' ? 'failed' : 'behind';
    }
    if (result === 'recalled') return commit(together);
    if (result !== 'new') {
      // A refusal may rest on facts that are now not written, so nobody gets an answer but "again".
      for (const { answer } of together) answer(refusal(result === 'failed' ? 'busy' : 'elsewhere'));
      if (result !== 'failed') end();
      return;
    }
    ({ state, seq } = trial);
    remember(trial.done);
    for (const [answer, ack] of trial.answers) answer(ack);
    const actors = trial.done.map(({ actor }) => actor);
    // The answers reach their senders in a later turn, so what this shuts is shut before they are read.
    if (trial.done.length > 0 || trial.facts.length > 0)
      faults.attempt('telling of a commit failed', () => committed(trial.facts, state, seq, actors));
    if (trial.facts.length > 0) {
      crash('ack.after');
    }
  }

  /** Asks the database for commands that memory does not hold: `new` when none of them was accepted before, `behind` when the log has more than this node knows. */
  async function recall(commands: readonly string[]): Promise<'new' | 'recalled' | 'behind' | 'failed'> {
    try {
      const found = await store.dialogues.accepted(lease.dialogue, commands);
      if (found.some(entry => entry.seq > seq)) return 'behind';
      for (const entry of found) done.set(entry.command, entry);
      return found.length > 0 ? 'recalled' : 'new';
    } catch (error) {
      faults.log(error, 'looking for accepted commands failed');
      return 'failed';
    }
  }

  /** Adds what was accepted to memory, and lets go of the oldest beyond its size. */
  function remember(accepted: readonly Done[]): void {
    for (const entry of accepted) done.set(entry.command, entry);
    for (const command of done.keys()) {
      if (done.size <= remembered) return;
      done.delete(command);
    }
  }

  async function append(trial: Trial) {
    crash('commit.before');
    const startedAt = clock.monotonic();
    try {
      const deadline = rules.deadline(trial.state, faults.ofSlice);
      const excerpt = excerptOf(excerpted, trial.state);
      const result = await store.dialogues.append({
        lease,
        after: seq,
        facts: trial.facts,
        done: trial.done,
        excerpt: excerpt.change,
        deadline,
      });
      if (result === 'appended') {
        excerpted = excerpt.excerpted;
        metrics.committed(trial.done.length, trial.facts.length, (clock.monotonic() - startedAt) / 1_000);
        debug('a transaction was committed', {
          seq: trial.seq,
          facts: trial.facts.map(({ kind }) => kind),
          commands: trial.done.map(({ command }) => command),
        });
      }
      crash('commit.after');
      return result;
    } catch (error) {
      faults.log(error, 'append failed');
      return 'failed' as const;
    }
  }

  function end(): void {
    if (status === 'closed') return;
    status = 'closed';
    for (const { answer } of waiting.splice(0)) answer(refusal('elsewhere'));
    fenced();
  }

  return {
    state: () => state,
    seq: () => seq,
    waiting: () => waiting.length,
    submit: (actor, id, command) => new Promise(answer => enqueue({ work: 'command', actor, id, command, answer })),
    tick: () => new Promise(answer => enqueue({ work: 'tick', answer })),
    fence: end,
    async close() {
      status = 'closed';
      await running;
    },
  };
}
