import { randomUUID } from 'node:crypto';
import type { Actor, Command, Rules, State } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Ack, Numbered } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Lease, Store } from '../platform/store/store.ts';
import { startAlarm } from './alarm.ts';
import { type Effect, type Effects, startEffects } from './effects.ts';
import { type Publisher, startPublisher } from './publisher.ts';
import { type CrashPoint, type Runner, startRunner } from './runner.ts';

/** A dialogue in the memory of the node that holds its lease. */
export type LiveDialogue = { dialogue: string; runner: Runner; publisher: Publisher };

export type Dialogues = {
  rules: Rules;
  clock: Clock;
  /** Null when there is no such dialogue; `elsewhere` while another node holds it. */
  open(dialogue: string): Promise<LiveDialogue | 'elsewhere' | null>;
  /** The newest state without taking the lease, for summaries; null when there is no such dialogue. */
  peek(dialogue: string): Promise<State | null>;
  /** The dialogue when it is in memory already. */
  loaded(dialogue: string): LiveDialogue | null;
  /** Parses and runs a command that comes from within the server. */
  command(dialogue: string, actor: Actor, kind: string, input: unknown, id?: string): Promise<Ack>;
  close(): Promise<void>;
};

export type DialoguePorts = {
  store: Store;
  rules: Rules;
  clock: Clock;
  logger: Logger;
  /** Names this node in leases; the same after a restart, so that it need not wait for itself. */
  node: string;
  effects: readonly Effect[];
  send(dialogue: string, audience: string, patch: Numbered): void;
  /** Called in the turn of the commit, before anybody is told of it. */
  changed(dialogue: string, facts: readonly Recorded[]): void;
  /** Called when a dialogue was loaded: those who were connected before may be gone. */
  loaded(live: LiveDialogue): void;
  crash(point: CrashPoint): void;
  /** Facts between two snapshots. */
  snapshotEvery: number;
};

const leaseTime = 30_000;
const idleTime = 10 * 60_000;

/** The dialogues that this node owns: loaded when needed, kept while used, each under a lease. */
export async function openDialogues(ports: DialoguePorts): Promise<Dialogues> {
  const { store, rules, clock, logger, node } = ports;
  const loading = new Map<string, Promise<LiveDialogue | 'elsewhere' | null>>();
  const live = new Map<string, { entry: LiveDialogue; lease: Lease; effects: Effects; usedAt: number }>();
  const alarm = startAlarm(clock, logger, async dialogue => {
    const found = await open(dialogue);
    if (found && found !== 'elsewhere') await found.runner.tick();
  });

  function open(dialogue: string): Promise<LiveDialogue | 'elsewhere' | null> {
    const known = live.get(dialogue);
    if (known) {
      known.usedAt = clock.now();
      return Promise.resolve(known.entry);
    }
    const pending = loading.get(dialogue) ?? load(dialogue).finally(() => loading.delete(dialogue));
    loading.set(dialogue, pending);
    return pending;
  }

  async function load(dialogue: string): Promise<LiveDialogue | 'elsewhere' | null> {
    if (!(await store.dialogues.exists(dialogue))) return null;
    const lease = await store.dialogues.lease(dialogue, node, clock.now(), leaseTime);
    if (!lease) return 'elsewhere';
    const { snapshot, facts, done } = await store.dialogues.load(dialogue);
    const state = facts.reduce(rules.evolve, snapshot?.state ?? rules.initial);
    const seq = facts.at(-1)?.seq ?? snapshot?.seq ?? 0;
    const cursor = await store.dialogues.effectCursor(dialogue);
    const entry = start(
      lease,
      { state, seq, snapshotSeq: snapshot?.seq ?? 0, done },
      facts.filter(fact => fact.seq > cursor),
    );
    ports.loaded(entry);
    return entry;
  }

  function start(lease: Lease, from: Parameters<typeof startRunner>[1], unreacted: readonly Recorded[]): LiveDialogue {
    const { dialogue } = lease;
    const effects = startEffects(dialogue, ports.effects, { store, logger });
    const publisher = startPublisher({
      rules,
      clock,
      epoch: randomUUID(),
      start: from,
      send: (audience, patch) => ports.send(dialogue, audience, patch),
    });
    const runner = startRunner(lease, from, {
      store,
      rules,
      clock,
      logger,
      crash: ports.crash,
      snapshotEvery: ports.snapshotEvery,
      committed(facts, state, seq) {
        ports.changed(dialogue, facts);
        publisher.changed(facts, state, seq);
        effects.committed(facts, state, seq);
        alarm.set(dialogue, rules.deadline(state));
      },
      reacted: seq => effects.settled(seq),
      fenced: () => drop(dialogue),
    });
    const entry = { dialogue, runner, publisher };
    live.set(dialogue, { entry, lease, effects, usedAt: clock.now() });
    effects.committed(unreacted, from.state, from.seq);
    alarm.set(dialogue, rules.deadline(from.state));
    return entry;
  }

  function drop(dialogue: string): void {
    const known = live.get(dialogue);
    live.delete(dialogue);
    alarm.set(dialogue, null);
    known?.entry.publisher.close();
  }

  async function unload(dialogue: string): Promise<void> {
    const known = live.get(dialogue);
    if (!known) return;
    await known.entry.runner.close();
    await known.effects.settled(known.entry.runner.seq());
    drop(dialogue);
    await store.dialogues.release(known.lease);
  }

  async function keep(): Promise<void> {
    const now = clock.now();
    for (const [dialogue, { entry, lease, usedAt }] of [...live]) {
      const isIdle =
        entry.publisher.connections() === 0 && now - usedAt > idleTime && rules.deadline(entry.runner.state()) === null;
      if (isIdle) await unload(dialogue);
      else if (!(await store.dialogues.renew(lease, now, leaseTime))) {
        await entry.runner.close();
        drop(dialogue);
      }
    }
  }

  let callOff = () => {};
  const watch = () => {
    callOff = clock.at(clock.now() + leaseTime / 3, () => {
      keep()
        .catch(error => logger.error({ error }, 'keeping leases failed'))
        .finally(watch);
    });
  };
  watch();
  // What has a deadline was going on when the last process ended: it is loaded now, so that those who do not come back are noticed.
  const goingOn = await store.dialogues.due(Number.MAX_SAFE_INTEGER);
  for (const { dialogue, deadline } of goingOn) alarm.set(dialogue, deadline);
  const resumed = Promise.allSettled(goingOn.map(({ dialogue }) => open(dialogue)));

  return {
    rules,
    clock,
    open,
    loaded: dialogue => live.get(dialogue)?.entry ?? null,
    async peek(dialogue) {
      const known = live.get(dialogue);
      if (known) return known.entry.runner.state();
      if (!(await store.dialogues.exists(dialogue))) return null;
      const { snapshot, facts } = await store.dialogues.load(dialogue);
      return facts.reduce(rules.evolve, snapshot?.state ?? rules.initial);
    },
    async command(dialogue, actor, kind, input, id = randomUUID()) {
      const found = await open(dialogue);
      if (found === null) return { ok: false, refusal: 'unknown' };
      if (found === 'elsewhere') return { ok: false, refusal: 'elsewhere' };
      const parsed = rules.parse(kind, input, 0);
      return parsed.ok ? found.runner.submit(actor, id, parsed.command) : parsed;
    },
    async close() {
      callOff();
      alarm.close();
      await resumed;
      await Promise.allSettled(loading.values());
      for (const dialogue of [...live.keys()]) await unload(dialogue);
    },
  };
}

/** A command decided for a dialogue that does not exist yet: its first facts, or why not. */
export function firstFacts(
  rules: Rules,
  now: number,
  commands: readonly { kind: string; input: unknown }[],
): { ok: true; facts: Recorded[] } | { ok: false; refusal: string } {
  const facts: Recorded[] = [];
  let state: State = rules.initial;
  for (const { kind, input } of commands) {
    const parsed: { ok: true; command: Command } | { ok: false; refusal: string } = rules.parse(kind, input, 0);
    const decision = parsed.ok ? rules.decide(state, 'engine', parsed.command, now, facts.length) : parsed;
    if (!decision.ok) return decision;
    facts.push(...decision.facts);
    state = decision.state;
  }
  return { ok: true, facts };
}
