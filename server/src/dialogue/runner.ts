import { type Excerpted, excerptOf } from '@multaqa/shared/dialogue';
import type { Actor, State } from '@multaqa/shared/kernel/composition';
import type { Command } from '@multaqa/shared/kernel/decide';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Ack } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { AppendResult, Lease, Store } from '../platform/store/store.ts';
import { openAcceptedCommands } from './accepted-commands.ts';
import { openCommandQueue } from './command-queue.ts';
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
  const { rules, clock, time, faults, crash, remembered, committed, fenced } = ports;
  let { state, seq } = start;
  const accepted = openAcceptedCommands(lease.dialogue, remembered, ports);
  const append = openAppend(lease, ports);
  const queue = openCommandQueue(clock, attempt);
  let isFenced = false;

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
    const trial = decideTogether({ rules, faults, now: time.now() }, { state, seq, done: accepted.known }, together);
    const result = await write(trial);
    switch (result) {
      case 'recalled':
        return commit(together);
      case 'written':
        return tell(trial);
      default:
        // A refusal may rest on facts that are now not written, so nobody gets an answer but "again".
        for (const { answer } of together) answer(refusal(result === 'failed' ? 'busy' : 'elsewhere'));
        if (result !== 'failed') fence();
    }
  }

  /** Brings a trial onto the disk, unless a command in it was accepted long ago, or the log has moved on without this node. */
  async function write(trial: Trial): Promise<'written' | 'recalled' | 'behind' | 'failed'> {
    const before = trial.refused.length > 0 ? await accepted.recall(trial.refused, seq) : 'new';
    if (before !== 'new') return before;
    if (trial.done.length === 0 && trial.facts.length === 0) return 'written';
    const result = await append(trial, seq);
    queue.committed();
    if (result === 'appended') return 'written';
    const commands = trial.done.map(({ command }) => command);
    const found = result === 'conflict' ? await accepted.recall(commands, seq) : 'new';
    if (found !== 'new') return found;
    return result === 'failed' ? 'failed' : 'behind';
  }

  function tell(trial: Trial): void {
    ({ state, seq } = trial);
    accepted.add(trial.done);
    for (const [answer, ack] of trial.answers) answer(ack);
    const actors = trial.done.map(({ actor }) => actor);
    // The answers reach their senders in a later turn, so what this shuts is shut before they are read.
    if (trial.done.length > 0 || trial.facts.length > 0)
      faults.attempt('telling of a commit failed', () => committed(trial.facts, state, seq, actors));
    if (trial.facts.length > 0) crash('ack.after');
  }

  function fence(): void {
    if (isFenced) return;
    isFenced = true;
    queue.close('refused');
    fenced();
  }

  return {
    state: () => state,
    seq: () => seq,
    waiting: queue.size,
    submit: (actor, id, command) => new Promise(answer => queue.add({ work: 'command', actor, id, command, answer })),
    tick: () => new Promise(answer => queue.add({ work: 'tick', answer })),
    fence,
    close() {
      isFenced = true;
      queue.close('carried out');
      return queue.idle();
    },
  };
}

/** Adds a trial to the log after position `after`, with what it changes for lists and the next deadline. */
function openAppend(lease: Lease, { store, rules, clock, faults, metrics, debug, crash }: RunnerPorts) {
  let excerpted: Excerpted | null = null;

  return async (trial: Trial, after: number): Promise<AppendResult | 'failed'> => {
    crash('commit.before');
    const startedAt = clock.monotonic();
    try {
      const deadline = rules.deadline(trial.state, faults.ofSlice);
      const excerpt = excerptOf(excerpted, trial.state);
      const { facts, done } = trial;
      const result = await store.dialogues.append({ lease, after, facts, done, excerpt: excerpt.change, deadline });
      if (result === 'appended') {
        excerpted = excerpt.excerpted;
        metrics.committed(done.length, facts.length, (clock.monotonic() - startedAt) / 1_000);
        const [kinds, commands] = [facts.map(({ kind }) => kind), done.map(({ command }) => command)];
        debug('a transaction was committed', { seq: trial.seq, facts: kinds, commands });
      }
      crash('commit.after');
      return result;
    } catch (error) {
      faults.log(error, 'append failed');
      return 'failed';
    }
  };
}
