import type { Actor, Command, Rules, State } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Ack } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Done, Lease, Store } from '../platform/store/store.ts';

/** Moments at which a test may end the process, to prove that nothing acknowledged is lost there. */
export type CrashPoint = 'commit.before' | 'commit.after' | 'ack.after' | 'snapshot.before' | 'snapshot.after';

export type RunnerPorts = {
  store: Pick<Store, 'dialogues'>;
  rules: Rules;
  clock: Clock;
  logger: Logger;
  crash(point: CrashPoint): void;
  snapshotEvery: number;
  /** Called after the acknowledgements, with what the log has gained. */
  committed(facts: readonly Recorded[], state: State, seq: number): void;
  /** Resolves when the reactions to everything up to this position have run, so that a snapshot leaves none behind. */
  reacted(seq: number): Promise<void>;
  /** Called once when this node may no longer write: the dialogue must be loaded anew. */
  fenced(): void;
};

export type Runner = {
  state(): State;
  seq(): number;
  /** One answer per command; the same id by the same person has one effect and gets the same answer. */
  submit(actor: Actor, id: string, command: Command): Promise<Ack>;
  /** Lets time make the facts that are due. */
  tick(): Promise<void>;
  /** Refuses what comes, waits for what runs. */
  close(): Promise<void>;
};

type Waiting = { answer: (ack: Ack) => void } & (
  | { work: 'command'; actor: Actor; id: string; command: Command }
  | { work: 'tick' }
);

const refusal = (code: string): Ack => ({ ok: false, refusal: code });

/** Runs the commands of one dialogue one after another: load → permit → decide → append and commit → evolve → ack. */
export function startRunner(
  lease: Lease,
  start: { state: State; seq: number; snapshotSeq: number; done: readonly Done[] },
  { store, rules, clock, logger, crash, snapshotEvery, committed, reacted, fenced }: RunnerPorts,
): Runner {
  let { state, seq, snapshotSeq } = start;
  let committedAt = 0;
  const done = new Map(start.done.map(entry => [entry.command, entry]));
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
      await commit(together);
    }
  }

  /** Whatever arrives in this turn of the event loop shares one transaction; in a busy dialogue, whatever arrives in the next few turns. */
  function pause(): Promise<void> {
    const next = committedAt + limits.commitPause;
    return new Promise(resolve => (clock.now() >= next ? setImmediate(resolve) : clock.at(next, resolve)));
  }

  async function commit(together: readonly Waiting[]): Promise<void> {
    const trial = decideAll(together);
    if (trial.done.length > 0 || trial.facts.length > 0) {
      const result = await append(trial);
      committedAt = clock.now();
      if (result !== 'appended') {
        // A refusal may rest on facts that are now not written, so nobody gets an answer but "again".
        for (const { answer } of together) answer(refusal(result === 'failed' ? 'busy' : 'elsewhere'));
        if (result !== 'failed') end();
        return;
      }
    }
    ({ state, seq } = trial);
    for (const entry of trial.done) done.set(entry.command, entry);
    for (const [answer, ack] of trial.answers) answer(ack);
    if (trial.facts.length > 0) {
      // The answers reach their senders in a later turn, so what this shuts is shut before they are read.
      committed(trial.facts, state, seq);
      crash('ack.after');
      await snapshot();
    }
  }

  function decideAll(together: readonly Waiting[]) {
    const facts: Recorded[] = [];
    const fresh = new Map<string, Done>();
    const answers: [Waiting['answer'], Ack][] = [];
    let now = { state, seq };
    const take = (more: { facts: readonly Recorded[]; state: State }) => {
      facts.push(...more.facts);
      now = { state: more.state, seq: now.seq + more.facts.length };
    };
    for (const entry of together) {
      if (entry.work === 'tick') {
        take(rules.tick(now.state, clock.now(), now.seq));
        answers.push([entry.answer, { ok: true, seq: now.seq }]);
        continue;
      }
      const { actor, id, command, answer } = entry;
      const before = done.get(id) ?? fresh.get(id);
      if (before) {
        answers.push([answer, before.actor === actor ? { ok: true, seq: before.seq } : refusal('taken')]);
        continue;
      }
      const decision = rules.decide(now.state, actor, command, clock.now(), now.seq);
      if (!decision.ok) {
        answers.push([answer, decision]);
        continue;
      }
      take(decision);
      fresh.set(id, { command: id, actor, seq: now.seq });
      answers.push([answer, { ok: true, seq: now.seq }]);
    }
    return { ...now, facts, done: [...fresh.values()], answers };
  }

  async function append(trial: { facts: readonly Recorded[]; done: readonly Done[]; state: State }) {
    crash('commit.before');
    try {
      const deadline = rules.deadline(trial.state);
      const result = await store.dialogues.append({
        lease,
        after: seq,
        facts: trial.facts,
        done: trial.done,
        deadline,
      });
      crash('commit.after');
      return result;
    } catch (error) {
      logger.error({ error, dialogue: lease.dialogue }, 'append failed');
      return 'failed' as const;
    }
  }

  async function snapshot(): Promise<void> {
    if (seq - snapshotSeq < snapshotEvery) return;
    const taken = { seq, state };
    try {
      crash('snapshot.before');
      await reacted(taken.seq);
      await store.dialogues.saveSnapshot(lease, taken);
      snapshotSeq = taken.seq;
      crash('snapshot.after');
    } catch (error) {
      logger.error({ error, dialogue: lease.dialogue }, 'snapshot failed');
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
    submit: (actor, id, command) => new Promise(answer => enqueue({ work: 'command', actor, id, command, answer })),
    tick: () => new Promise(answer => enqueue({ work: 'tick', answer: () => answer() })),
    async close() {
      status = 'closed';
      await running;
    },
  };
}
