import type { State } from '@multaqa/shared/kernel/composition';
import { roomsOf } from '@multaqa/shared/kernel/context';
import { limits } from '@multaqa/shared/limits';
import { Signal, type Signalled } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { Dialogues } from './dialogues.ts';
import type { LiveDialogue } from './live-dialogue.ts';
import type { Rates } from './rates.ts';

/** One browser tab that can be told of signals. */
export type Listener = {
  person: string;
  /** Why this connection may not go on under this state; null while it may. */
  refusedBy(state: State): unknown;
  /** Sends, or drops what the connection cannot take at once. */
  tell(signals: readonly Signalled[]): void;
};

export type Signals = {
  enter(dialogue: string, listener: Listener): void;
  exit(dialogue: string, listener: Listener): void;
  /** Takes a signal; what is malformed, not permitted or too much is dropped. */
  send(live: LiveDialogue, person: string, body: unknown): void;
};

type Waiting = Signalled & { spec: NonNullable<ReturnType<Dialogues['rules']['signalOf']>> };

/**
 * Tells those who are there of what is never kept: nothing of it reaches the store. What comes within a tick goes out together,
 * of each kind and person the newest. Who may send and who hears is decided from the newest state when it goes out: who was
 * removed or moved a moment ago does neither.
 */
export function openSignals(ports: {
  dialogues: Pick<Dialogues, 'rules' | 'loaded'>;
  rates: Rates;
  clock: Clock;
}): Signals {
  const { rates, clock } = ports;
  const { rules } = ports.dialogues;
  const listeners = new Map<string, Set<Listener>>();
  const waiting = new Map<string, Map<string, Waiting>>();

  function flush(dialogue: string): void {
    const together = waiting.get(dialogue);
    waiting.delete(dialogue);
    const live = ports.dialogues.loaded(dialogue);
    if (!live || !together) return;
    const state = live.runner.state();
    const now = live.now();
    const sent = [...together.values()].flatMap(({ spec, ...signal }) => {
      const found = rules.signal(state, signal.person, spec, signal.input, now);
      return found ? [{ signal, to: found.to }] : [];
    });
    for (const listener of listeners.get(dialogue) ?? []) {
      const { person } = listener;
      const audience = listener.refusedBy(state) ? null : rules.audienceOf(state, person);
      if (!audience) continue;
      const rooms = roomsOf(audience);
      const received = sent.filter(({ signal, to }) => {
        if (signal.person === person) return false;
        return 'room' in to ? rooms.includes(to.room) : to.person === person;
      });
      if (received.length > 0) listener.tell(received.map(({ signal }) => signal));
    }
  }

  function gather(dialogue: string, signal: Waiting): void {
    const together = waiting.get(dialogue) ?? new Map<string, Waiting>();
    const key = `${signal.kind} ${signal.person}`;
    if (!together.has(key) && together.size >= limits.signalsPerTick) return;
    together.set(key, signal);
    if (waiting.has(dialogue)) return;
    waiting.set(dialogue, together);
    clock.at(clock.now() + limits.signalTick, () => flush(dialogue));
  }

  return {
    enter(dialogue, listener) {
      const all = listeners.get(dialogue) ?? new Set();
      listeners.set(dialogue, all.add(listener));
    },
    exit(dialogue, listener) {
      const all = listeners.get(dialogue);
      all?.delete(listener);
      if (all?.size === 0) listeners.delete(dialogue);
    },
    send({ dialogue, runner, now }, person, body) {
      if (!rates.take(dialogue, person, 'signal')) return;
      const parsed = Signal.safeParse(body);
      if (!parsed.success) return;
      const { kind, input } = parsed.data;
      const spec = rules.signalOf(kind);
      if (!spec || Buffer.byteLength(JSON.stringify(input) ?? '') > spec.bytes) return;
      const found = rules.signal(runner.state(), person, spec, input, now());
      if (found) gather(dialogue, { kind, person, input: found.input, spec });
    },
  };
}
