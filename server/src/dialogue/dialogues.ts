import { randomUUID } from 'node:crypto';
import type { Summary } from '@multaqa/shared/dialogue';
import type { Actor, State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Ack } from '@multaqa/shared/protocol';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Grant, Lease, Store } from '../platform/store/store.ts';
import { startAlarm } from './alarm.ts';
import { openFaults } from './faults.ts';
import { listDialogues } from './lists.ts';
import { type LiveDialogue, type Running, type StartPorts, startDialogue } from './live-dialogue.ts';
import { loadDialogue, Unreadable } from './load-dialogue.ts';
import { openQuarantine } from './quarantine.ts';

/** `elsewhere` while another node holds it; `quarantined` while its log cannot be read; null when there is none. */
export type Opened = LiveDialogue | 'elsewhere' | 'quarantined' | null;

export type Dialogues = {
  rules: Rules;
  clock: Clock;
  open(dialogue: string): Promise<Opened>;
  /** What a list tells of each of these dialogues; `quarantined` for one that cannot be read, null where the door is shut. */
  list(grants: readonly Grant[]): Promise<(Summary | 'quarantined' | null)[]>;
  /** The newest state without taking the lease; null when there is no such dialogue. */
  peek(dialogue: string): Promise<State | 'quarantined' | null>;
  /** The dialogue when it is in memory already. */
  loaded(dialogue: string): LiveDialogue | null;
  /** The reference in the log that tells why a dialogue is quarantined. */
  quarantineOf(dialogue: string): string | null;
  /** Parses and runs a command that comes from within the server. */
  command(dialogue: string, actor: Actor, kind: string, input: unknown, id?: string): Promise<Ack>;
  figures(): { loaded: number; quarantined: number; reactionsWaiting: number };
  /** How many commands wait for their turn, and how many connections are told of dialogues. */
  load(): { commandsWaiting: number; connections: number };
  close(): Promise<void>;
};

export type DialoguePorts = Omit<StartPorts, 'faults' | 'alarm' | 'fenced'> & {
  store: Store;
  /** Names this node in leases; the same after a restart, so that it need not wait for itself. */
  node: string;
  /** Called when a dialogue was loaded: those who were connected before may be gone. */
  loaded(live: LiveDialogue): void;
};

const leaseTime = 30_000;
const idleTime = 10 * 60_000;

/** The dialogues that this node owns: loaded when needed, kept while used, each under a lease. */
export async function openDialogues(ports: DialoguePorts): Promise<Dialogues> {
  const { store, rules, clock, logger, node } = ports;
  const loading = new Map<string, Promise<Opened>>();
  const live = new Map<string, Running>();
  const quarantine = openQuarantine(clock, logger);
  const alarm = startAlarm(clock, logger, async dialogue => {
    const found = await open(dialogue);
    if (found === null) return null;
    // Another node's lease may run out, a quarantine may end: the deadline stands until then.
    if (typeof found === 'string') return clock.now();
    const ack = await found.runner.tick();
    if (!ack.ok) throw new Error(ack.refusal);
    return live.get(dialogue)?.deadline() ?? null;
  });

  function open(dialogue: string): Promise<Opened> {
    const known = live.get(dialogue);
    if (known) {
      known.usedAt = clock.monotonic();
      return Promise.resolve(known.entry);
    }
    if (quarantine.holds(dialogue)) return Promise.resolve('quarantined');
    const pending = loading.get(dialogue) ?? load(dialogue).finally(() => loading.delete(dialogue));
    loading.set(dialogue, pending);
    return pending;
  }

  async function load(dialogue: string): Promise<Opened> {
    if (!(await store.dialogues.exists(dialogue))) return null;
    const lease = await store.dialogues.lease(dialogue, node, clock.now(), leaseTime);
    if (!lease) return 'elsewhere';
    ports.metrics.leaseChanged('taken');
    try {
      const logged = await loadDialogue(dialogue, rules, store.dialogues);
      const cursor = await store.dialogues.effectCursor(dialogue);
      const kinds = ports.effects.flatMap(effect => effect.kinds);
      const unreacted = await store.dialogues.factsOfKinds(dialogue, kinds, cursor);
      const running = startDialogue(
        { ...ports, faults: openFaults(logger, dialogue), alarm: at => alarm.set(dialogue, at), fenced: lose },
        lease,
        logged,
        unreacted.map(rules.upcast),
      );
      live.set(dialogue, running);
      ports.loaded(running.entry);
      return running.entry;
    } catch (error) {
      await giveBack(lease);
      if (!(error instanceof Unreadable)) throw error;
      quarantine.put(dialogue, error);
      return 'quarantined';
    }
  }

  /** The newest state, without taking the lease. */
  async function read(dialogue: string): Promise<{ state: State; seq: number } | 'quarantined' | null> {
    const runner = live.get(dialogue)?.entry.runner;
    if (runner) return { state: runner.state(), seq: runner.seq() };
    if (quarantine.holds(dialogue)) return 'quarantined';
    if (!(await store.dialogues.exists(dialogue))) return null;
    try {
      return await loadDialogue(dialogue, rules, store.dialogues);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      quarantine.put(dialogue, error);
      return 'quarantined';
    }
  }

  function drop(dialogue: string): void {
    const known = live.get(dialogue);
    live.delete(dialogue);
    alarm.set(dialogue, null);
    known?.entry.publisher.close();
  }

  /** Another node has taken over. */
  function lose(dialogue: string): void {
    ports.metrics.leaseChanged('lost');
    logger.debug({ dialogue }, 'a lease was lost');
    drop(dialogue);
  }

  async function giveBack(lease: Lease): Promise<void> {
    ports.metrics.leaseChanged('released');
    await store.dialogues.release(lease);
  }

  async function unload(dialogue: string): Promise<void> {
    const known = live.get(dialogue);
    if (!known) return;
    await known.entry.runner.close();
    await known.effects.close();
    await known.snapshots.close();
    drop(dialogue);
    await giveBack(known.lease);
  }

  /** Renews what is used and gives back what is not. What one dialogue throws here leaves the others their leases. */
  async function keep(): Promise<void> {
    // Steps of the system's clock are taken over only when nobody waits for an instant that was set before.
    if (![...live.values()].some(running => running.deadline() !== null)) clock.follow();
    for (const [dialogue, { entry, lease, effects, usedAt, deadline }] of [...live]) {
      const isUsed = entry.publisher.connections() > 0 || effects.waiting() > 0 || deadline() !== null;
      try {
        if (!isUsed && clock.monotonic() - usedAt > idleTime) await unload(dialogue);
        else if (!(await store.dialogues.renew(lease, clock.now(), leaseTime))) {
          await entry.runner.close();
          lose(dialogue);
        }
      } catch (error) {
        logger.error({ error, dialogue }, 'keeping a lease failed');
      }
    }
  }

  const sum = (of: (running: Running) => number) => [...live.values()].reduce((total, one) => total + of(one), 0);

  let callOff = () => {};
  const watch = () => {
    callOff = clock.at(
      clock.now() + leaseTime / 3,
      () => void background(logger, keep().finally(watch), 'leases could not be kept'),
    );
  };
  watch();
  // What has a deadline was going on when the last process ended: it is loaded now, so that those who do not come back
  // are noticed. So is what has reactions that failed.
  const goingOn = await store.dialogues.due(Number.MAX_SAFE_INTEGER);
  for (const { dialogue, deadline } of goingOn) alarm.set(dialogue, deadline);
  const unreacted = await store.dialogues.unreacted(ports.effects.flatMap(({ kinds }) => kinds));
  const resumed = Promise.all(
    [...new Set([...goingOn.map(({ dialogue }) => dialogue), ...unreacted])].map(dialogue =>
      background(logger, open(dialogue), 'a dialogue could not be resumed', { dialogue }),
    ),
  );

  return {
    rules,
    clock,
    open,
    loaded: dialogue => live.get(dialogue)?.entry ?? null,
    quarantineOf: quarantine.referenceOf,
    list: grants => listDialogues(grants, { store: store.dialogues, isQuarantined: quarantine.holds, read, logger }),
    async peek(dialogue) {
      const found = await read(dialogue);
      return found === null || found === 'quarantined' ? found : found.state;
    },
    async command(dialogue, actor, kind, input, id = randomUUID()) {
      const found = await open(dialogue);
      if (found === null) return { ok: false, refusal: 'unknown' };
      if (typeof found === 'string') return { ok: false, refusal: found };
      const parsed = rules.parse(kind, input, 0);
      return parsed.ok ? found.runner.submit(actor, id, parsed.command) : parsed;
    },
    figures: () => ({
      loaded: live.size,
      quarantined: quarantine.count(),
      reactionsWaiting: sum(({ effects }) => effects.waiting()),
    }),
    load: () => ({
      commandsWaiting: sum(({ entry }) => entry.runner.waiting()),
      connections: sum(({ entry }) => entry.publisher.connections()),
    }),
    async close() {
      callOff();
      alarm.close();
      await resumed;
      await Promise.allSettled(loading.values());
      for (const dialogue of [...live.keys()]) await unload(dialogue);
    },
  };
}
