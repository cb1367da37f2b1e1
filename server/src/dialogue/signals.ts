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

type Spec = NonNullable<ReturnType<Dialogues['rules']['signalOf']>>;

/** What is told at the next tick: the newest of one person, or what several have sent alike. */
type Waiting = Signal & { people: Set<string>; spec: Spec };

/**
 * Tells those who are there of what is never kept: nothing of it reaches the store. What comes within a tick goes out together,
 * of each kind and person the newest; where a kind tells how many, one number for all who have sent the same, themselves among
 * those who hear it. Who may send and who hears is decided from the newest state when it goes out: who was removed or moved a
 * moment ago does neither.
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
    const sent = [...together.values()].flatMap(({ kind, input, spec, people }) => {
      const from = [...people].flatMap(person => {
        const found = rules.signal(state, person, spec, input, now);
        return found ? [{ person, to: found.to }] : [];
      });
      const [first] = from;
      if (!first) return [];
      const signal: Signalled =
        spec.tells === 'how-many'
          ? { kind, input, person: null, count: from.length }
          : { kind, input, person: first.person };
      return [{ signal, to: first.to }];
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

  function gather(dialogue: string, person: string, { kind, input, spec }: Omit<Waiting, 'people'>): void {
    const together = waiting.get(dialogue) ?? new Map<string, Waiting>();
    const isCounted = spec.tells === 'how-many';
    const key = `${kind} ${isCounted ? JSON.stringify(input) : person}`;
    const before = together.get(key);
    if (!before && together.size >= limits.signalsPerTick) return;
    const people = isCounted ? (before?.people ?? new Set<string>()) : new Set<string>();
    together.set(key, { kind, input, spec, people: people.add(person) });
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
      if (found) gather(dialogue, person, { kind, input: found.input, spec });
    },
  };
}
