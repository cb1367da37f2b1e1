import type { State } from '@multaqa/shared/kernel/composition';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Lease, Store } from '../platform/store/store.ts';
import { startAlarm } from './alarm.ts';
import { openFaults } from './faults.ts';
import { type LiveDialogue, type Running, type StartPorts, startDialogue } from './live-dialogue.ts';
import { loadDialogue, Unreadable } from './load-dialogue.ts';
import { openQuarantine } from './quarantine.ts';

/** `elsewhere` while another node holds it; `quarantined` while its log cannot be read; null when there is none. */
export type Opened = LiveDialogue | 'elsewhere' | 'quarantined' | null;

export type DialoguePorts = Omit<StartPorts, 'faults' | 'alarm' | 'fenced'> & {
  store: Store;
  /** Names this node in leases; the same after a restart, so that it need not wait for itself. */
  node: string;
  /** Called when a dialogue was loaded: those who were connected before may be gone. */
  loaded(live: LiveDialogue): void;
};

/** How long (ms) a lease lasts unless it is renewed. */
export const leaseTime = 30_000;

export type HeldDialogues = ReturnType<typeof openHeldDialogues>;

/** The dialogues that this node holds a lease of, loaded when they are needed. */
export function openHeldDialogues(ports: DialoguePorts) {
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
      const unreacted = await unreactedIn(dialogue, ports);
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
      return shutAway(dialogue, error);
    }
  }

  function shutAway(dialogue: string, error: unknown): 'quarantined' {
    if (!(error instanceof Unreadable)) throw error;
    quarantine.put(dialogue, error);
    return 'quarantined';
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
      return shutAway(dialogue, error);
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

  return {
    live,
    quarantine,
    alarm,
    open,
    read,
    unload,
    lose,
    /** Resolves when nothing is being loaded any more. */
    loaded: async () => void (await Promise.allSettled(loading.values())),
  };
}

/** The facts of a dialogue whose reactions have not succeeded yet. */
async function unreactedIn(dialogue: string, { store, effects }: DialoguePorts): Promise<Recorded[]> {
  const cursor = await store.dialogues.effectCursor(dialogue);
  const kinds = effects.flatMap(effect => effect.kinds);
  return store.dialogues.factsOfKinds(dialogue, kinds, cursor);
}
