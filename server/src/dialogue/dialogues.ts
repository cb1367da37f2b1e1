import { randomUUID } from 'node:crypto';
import type { Summary } from '@multaqa/shared/dialogue';
import type { Actor, State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Ack } from '@multaqa/shared/protocol';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Grant } from '../platform/store/store.ts';
import { type DialoguePorts, type HeldDialogues, type Opened, openHeldDialogues } from './held-dialogues.ts';
import { keepLeases } from './keep-leases.ts';
import { listDialogues } from './lists.ts';
import type { LiveDialogue, Running } from './live-dialogue.ts';

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

/** The dialogues that this node owns: loaded when needed, kept while used, each under a lease. */
export async function openDialogues(ports: DialoguePorts): Promise<Dialogues> {
  const { store, rules, clock, logger } = ports;
  const held = openHeldDialogues(ports);
  const { live, quarantine, alarm, open, read } = held;
  const stopKeeping = keepLeases(ports, held);
  const sum = (of: (running: Running) => number) => [...live.values()].reduce((total, one) => total + of(one), 0);

  const { resumed } = await resume(ports, held);

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
      stopKeeping();
      alarm.close();
      await resumed;
      await held.loaded();
      for (const dialogue of [...live.keys()]) await held.unload(dialogue);
    },
  };
}

/**
 * Loads what was going on when the last process ended: dialogues with a deadline, so that those who do not come back are
 * noticed, and dialogues with reactions that failed. Rejects when the database does not tell them; `resumed` when all are loaded.
 */
async function resume(
  { store, logger, effects }: DialoguePorts,
  { alarm, open }: HeldDialogues,
): Promise<{ resumed: Promise<unknown> }> {
  const goingOn = await store.dialogues.due(Number.MAX_SAFE_INTEGER);
  for (const { dialogue, deadline } of goingOn) alarm.set(dialogue, deadline);
  const unreacted = await store.dialogues.unreacted(effects.flatMap(({ kinds }) => kinds));
  const wanted = new Set([...goingOn.map(({ dialogue }) => dialogue), ...unreacted]);
  const loading = [...wanted].map(dialogue =>
    background(logger, open(dialogue), 'a dialogue could not be resumed', { dialogue }),
  );
  return { resumed: Promise.all(loading) };
}
