import type { State } from '@multaqa/shared/kernel/composition';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/context';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Goodbye, Handshake, Numbered, Packed, PackedWelcome, View } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import { type AudienceStream, openStream } from './audience-stream.ts';
import type { DialogueTime } from './dialogue-time.ts';
import type { Debug, EngineMetrics } from './engine-metrics.ts';
import type { Faults } from './faults.ts';
import { openMoves, type Shown } from './moves.ts';
import { collectConcerned, ownView } from './own-views.ts';

/** One browser tab in one dialogue. */
export type Connection = {
  person: string;
  /** Why this connection may not go on under this state; null while it may. */
  refusedBy(state: State): Goodbye | null;
  /** True when it takes in less than it is sent. */
  isClogged(): boolean;
  welcome(welcome: PackedWelcome): void;
  /** What this person alone sees of the slices that have changed, and the position of the log up to which everything has been told to them. */
  own(own: View, seq: number): void;
  join(audience: string): void;
  leave(audience: string): void;
  close(reason: Goodbye): void;
};

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

/** Where a connection listens, and what it was told of its own. */
type Seat = { key: string; audience: Audience; own: View };

/** What a connection that comes has seen already. */
type Before = { kind: 'known'; known: Handshake['known'] } | { kind: 'moved'; from: Shown };

export type PublisherPorts = {
  rules: Rules;
  clock: Clock;
  time: DialogueTime;
  faults: Faults;
  metrics: Pick<EngineMetrics, 'ticked'>;
  debug: Debug;
  epoch: string;
  start: { state: State; seq: number };
  send(audience: string, patch: Packed<Numbered>): void;
};

/**
 * Tells each audience what changed for it, as numbered patches: one diff per audience and tick, encoded once for all of its connections.
 * Who belongs to which audience is decided from the newest state before anything is sent, so that nobody gets what they may no longer see.
 * A change after a quiet moment is told at once; those that follow within a tick wait for its end and go together.
 */
export function startPublisher(ports: PublisherPorts): Publisher {
  const { rules, clock, time, faults, metrics, debug, epoch, start, send } = ports;
  let { state, seq } = start;
  let settledFor = state;
  const streams = new Map<string, AudienceStream>();
  const seats = new Map<Connection, Seat>();
  const listeners = new Map<string, Set<Connection>>();
  const tabs = new Map<string, Set<Connection>>();
  /** Since when each person has belonged to their audience without a break: they are told of nothing before. */
  const members = new Map<string, { key: string; since: number }>();
  const concerned = collectConcerned({ rules, faults });
  /** Who has acted since the last tick, and waits to hear that all of it has been told. */
  let actors = new Set<string>();
  let next: { at: number; callOff(): void } | null = null;
  let flushedAt = Number.NEGATIVE_INFINITY;
  const owns = { rules, faults, again: concerned.again };

  const audienceOf = (person: string) => rules.audienceOf(state, person);

  function flush(): void {
    next?.callOff();
    next = null;
    flushedAt = clock.now();
    const startedAt = clock.monotonic();
    const acted = actors;
    actors = new Set();
    const moved = settleConnections();
    // Streams that nobody listens to wait: they catch up in one patch when somebody comes back.
    for (const key of listeners.keys()) faults.attempt('telling an audience failed', () => bringUp(streams.get(key)));
    for (const [connection, from] of moved) enter(connection, { kind: 'moved', from });
    tellOwn(acted);
    metrics.ticked((clock.monotonic() - startedAt) / 1_000);
  }

  const flushSafely = () => void faults.attempt('telling failed', flush);

  function bringUp(stream: AudienceStream | undefined): void {
    const patch = stream?.advance(state, seq);
    if (!stream || !patch) return;
    send(stream.key, patch);
    debug('a patch was sent', { audience: stream.key, seq });
  }

  /** Ends the connections that may not go on; takes those whose audience changed out of the old one, with what they were shown there. */
  function settleConnections(): Map<Connection, Shown> {
    const moved = new Map<Connection, Shown>();
    for (const connection of seats.keys()) if (connection.isClogged()) end(connection, 'resync');
    if (rules.areSameParticipants(settledFor, state)) return moved;
    settledFor = state;
    for (const [person, { key }] of members) {
      const audience = audienceOf(person);
      if (!audience || audienceKey(audience) !== key) members.delete(person);
    }
    const shown = openMoves();
    for (const [connection, { key }] of [...seats]) {
      const goodbye = connection.refusedBy(state);
      const audience = goodbye ? null : audienceOf(connection.person);
      const stream = streams.get(key);
      if (!audience || !stream) end(connection, goodbye ?? 'removed');
      else if (audienceKey(audience) !== key) {
        forget(connection);
        moved.set(connection, shown(stream));
      }
    }
    for (const [key, { audience }] of streams)
      if (!listeners.has(key) && audience.place && !rules.isOpenRoom(state, audience.place.room)) streams.delete(key);
    return moved;
  }

  function end(connection: Connection, reason: Goodbye): void {
    debug('a connection was ended', { person: connection.person, reason });
    forget(connection);
    connection.close(reason);
  }

  function forget(connection: Connection): void {
    const seat = seats.get(connection);
    if (!seat) return;
    seats.delete(connection);
    take(listeners, seat.key, connection);
    take(tabs, connection.person, connection);
    connection.leave(seat.key);
  }

  /** Tells single people what changed for them alone, and who has acted that all of it has been told. */
  function tellOwn(acted: ReadonlySet<string>): void {
    const { people, everybody } = concerned.take();
    const whom = everybody.size > 0 ? [...tabs.keys()] : new Set([...people.keys(), ...acted]);
    for (const person of whom)
      for (const connection of tabs.get(person) ?? [])
        faults.attempt('telling a person failed', () =>
          tell(connection, new Set([...everybody, ...(people.get(person) ?? [])]), acted.has(person)),
        );
  }

  function tell(connection: Connection, slices: ReadonlySet<string>, hasActed: boolean): void {
    const seat = seats.get(connection);
    if (!seat) return;
    const { person } = connection;
    const now = Object.entries(ownView(owns, { state, person, audience: seat.audience }, slices, seat.own));
    const changes = now.filter(([slice, own]) => JSON.stringify(own) !== JSON.stringify(seat.own[slice]));
    const isBehind = hasActed && (streams.get(seat.key)?.seq() ?? seq) < seq;
    if (changes.length === 0 && !isBehind) return;
    seat.own = { ...seat.own, ...Object.fromEntries(changes) };
    connection.own(Object.fromEntries(changes), seq);
  }

  function enter(connection: Connection, before: Before): void {
    if (!faults.attempt('welcoming a connection failed', () => seat(connection, before))) connection.close('resync');
  }

  function seat(connection: Connection, before: Before): void {
    const { person } = connection;
    const goodbye = connection.refusedBy(state);
    const audience = goodbye ? null : audienceOf(person);
    if (!audience) return void connection.close(goodbye ?? 'removed');
    const key = audienceKey(audience);
    const stream = streams.get(key) ?? openStream({ rules, faults }, audience, { state, seq });
    streams.set(key, stream);
    bringUp(stream);
    if (members.get(person)?.key !== key) members.set(person, { key, since: stream.seq() });
    const own = ownView(owns, { state, person, audience }, 'all', {});
    debug('a connection was welcomed', { person, audience: key, seq });
    const greeting = { epoch, me: person, audience, now: time.now(), own, reached: seq };
    connection.welcome({ ...greeting, ...wayInto(stream, person, before) });
    seats.set(connection, { key, audience, own });
    put(listeners, key, connection);
    put(tabs, person, connection);
    connection.join(key);
  }

  /** What leads a connection to the view of its audience: what it missed, the change from what it saw elsewhere, or all. */
  function wayInto(stream: AudienceStream, person: string, before: Before) {
    if (before.kind === 'moved') {
      const { audience, seq, patchTo } = before.from;
      return { kind: 'moved', from: { audience, seq }, seq: stream.seq(), patch: patchTo(stream) } as const;
    }
    const patches = missed(stream, person, before.known);
    return patches ? ({ kind: 'tail', patches } as const) : ({ kind: 'snapshot', ...stream.snapshot() } as const);
  }

  /** The patches after what a returning client knows, if this person has belonged to the audience all that time; else null. */
  function missed(stream: AudienceStream, person: string, known: Handshake['known']): Packed<Numbered>[] | null {
    if (!known || known.epoch !== epoch || known.audience !== stream.key) return null;
    return known.seq < (members.get(person)?.since ?? seq) ? null : stream.after(known.seq);
  }

  /** How long after the last telling these facts may be told, in ms. */
  function pauseFor(facts: readonly Recorded[]): number {
    if (seats.size <= limits.many) return limits.tick;
    const haste = new Set(facts.map(({ kind }) => rules.haste(kind)));
    if (haste.has('urgent')) return limits.tick;
    return haste.has('gathered') && !haste.has('tick') ? limits.tickOfRush : limits.tickOfMany;
  }

  function tellAt(instant: number): void {
    if (next && next.at <= instant) return;
    next?.callOff();
    next = { at: instant, callOff: clock.at(instant, flushSafely) };
  }

  return {
    changed(facts, newState, newSeq, newActors) {
      state = newState;
      seq = newSeq;
      concerned.add(facts);
      for (const actor of newActors) actors.add(actor);
      if (facts.some(({ kind }) => rules.conceals(kind))) for (const stream of streams.values()) stream.cut();
      tellAt(Math.max(clock.now(), flushedAt + pauseFor(facts)));
    },
    enter: (connection, known) => enter(connection, { kind: 'known', known }),
    exit: forget,
    connections: () => seats.size,
    flush: flushSafely,
    close() {
      next?.callOff();
      for (const connection of [...seats.keys()]) end(connection, 'resync');
    },
  };
}

function put(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  index.set(key, (index.get(key) ?? new Set()).add(connection));
}

function take(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const found = index.get(key);
  found?.delete(connection);
  if (found?.size === 0) index.delete(key);
}
