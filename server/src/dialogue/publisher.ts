import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Handshake } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import type { EngineMetrics } from './engine-metrics.ts';
import type { Connection } from './subscriptions.ts';
import { bringUp, end, openTelling, reconcileConnections, type TellingPorts, tellOwn, welcome } from './telling.ts';

export type Publisher = {
  /** Tells of new facts, with the next tick or soon when one of them is urgent; and the actors that their commands are done with. */
  changed(facts: readonly Recorded[], state: State, seq: number, actors: readonly string[]): void;
  /** Welcomes a connection: with what it missed, or with everything it may see now. */
  enter(connection: Connection, known: Handshake['known']): void;
  exit(connection: Connection): void;
  connections(): number;
  flush(): void;
  close(): void;
};

export type PublisherPorts = TellingPorts & {
  clock: Clock;
  metrics: Pick<EngineMetrics, 'ticked'>;
  start: { state: State; seq: number };
};

/**
 * Tells each audience what changed for it, as numbered patches: one diff per audience and tick, encoded once for all of its connections.
 * Who belongs to which audience is decided from the newest state before anything is sent, so that nobody gets what they may no longer see.
 * A change after a quiet moment is told at once; those that follow within a tick wait for its end and go together.
 */
export function startPublisher({ start, ...ports }: PublisherPorts): Publisher {
  const { rules, clock, faults, metrics } = ports;
  const telling = openTelling(ports, start);
  const { subscriptions, streams } = telling;
  let flushedAt = Number.NEGATIVE_INFINITY;
  /** Who has acted since the last tick, and waits to hear that all of it has been told. */
  let actors = new Set<string>();
  let next: { at: number; cancel(): void } | null = null;

  function flush(): void {
    next?.cancel();
    next = null;
    flushedAt = clock.now();
    const startedAt = clock.monotonic();
    const acted = actors;
    actors = new Set();
    const moved = reconcileConnections(telling);
    // Streams that nobody listens to wait: they catch up in one patch when somebody comes back.
    for (const key of subscriptions.audiences())
      faults.attempt('telling an audience failed', () => bringUp(telling, streams.get(key)));
    for (const [connection, from] of moved) welcome(telling, connection, { kind: 'moved', from });
    tellOwn(telling, acted);
    metrics.ticked((clock.monotonic() - startedAt) / 1_000);
  }

  const flushSafely = () => void faults.attempt('telling failed', flush);

  function tellAt(instant: number): void {
    if (next && next.at <= instant) return;
    next?.cancel();
    next = { at: instant, cancel: clock.at(instant, flushSafely) };
  }

  return {
    changed(facts, state, seq, newActors) {
      telling.newest = { state, seq };
      telling.concerned.add(facts);
      for (const actor of newActors) actors.add(actor);
      if (facts.some(({ kind }) => rules.conceals(kind))) for (const stream of streams.values()) stream.cut();
      tellAt(Math.max(clock.now(), flushedAt + pauseFor(rules, facts, subscriptions.size())));
    },
    enter: (connection, known) => welcome(telling, connection, { kind: 'known', known }),
    exit: subscriptions.remove,
    connections: subscriptions.size,
    flush: flushSafely,
    close() {
      next?.cancel();
      for (const [connection] of subscriptions.all()) end(telling, connection, 'resync');
    },
  };
}

/** How long after the last telling these facts may be told, in ms, where so many listen. */
function pauseFor(rules: Rules, facts: readonly Recorded[], listeners: number): number {
  if (listeners <= limits.many) return limits.tick;
  const haste = new Set(facts.map(({ kind }) => rules.haste(kind)));
  if (haste.has('urgent')) return limits.tick;
  return haste.has('gathered') && !haste.has('tick') ? limits.tickOfRush : limits.tickOfMany;
}
