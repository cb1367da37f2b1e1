import type { Rules, State } from '@multaqa/shared/kernel/rules';
import { audienceKey } from '@multaqa/shared/kernel/scene';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Goodbye, Handshake, Numbered, View, Welcome } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';
import { type AudienceStream, openStream } from './audience-stream.ts';
import type { DialogueTime } from './dialogue-time.ts';
import type { Faults } from './faults.ts';

/** One browser tab in one dialogue. */
export type Connection = {
  person: string;
  /** Why this connection may not go on under this state; null while it may. */
  refusedBy(state: State): Goodbye | null;
  welcome(welcome: Welcome): void;
  /** What this person alone sees, and the position of the log up to which everything has been told to them. */
  own(own: View, seq: number): void;
  join(audience: string): void;
  leave(audience: string): void;
  close(reason: Goodbye): void;
};

export type Publisher = {
  /** Tells of new facts, with the next tick or at once when one of them is urgent; and the actors that their commands are done with. */
  changed(facts: readonly Recorded[], state: State, seq: number, actors: readonly string[]): void;
  /** Welcomes a connection: with what it missed, or with everything it may see now. */
  enter(connection: Connection, known: Handshake['known']): void;
  exit(connection: Connection): void;
  connections(): number;
  flush(): void;
  close(): void;
};

/** Where a connection listens, and what it was told of its own, by slice. */
type Seat = { key: string; own: View; told: string };

export type PublisherPorts = {
  rules: Rules;
  clock: Clock;
  time: DialogueTime;
  faults: Faults;
  epoch: string;
  start: { state: State; seq: number };
  send(audience: string, patch: Numbered): void;
};

/**
 * Tells each audience what changed for it, as numbered patches: one diff per audience and tick, encoded once for all of its connections.
 * Who belongs to which audience is decided from the newest state before anything is sent, so that nobody gets what they may no longer see.
 */
export function startPublisher({ rules, clock, time, faults, epoch, start, send }: PublisherPorts): Publisher {
  let { state, seq } = start;
  let told = state;
  const streams = new Map<string, AudienceStream>();
  const seats = new Map<Connection, Seat>();
  /** Since when each person has belonged to their audience without a break: they are told of nothing before. */
  const members = new Map<string, { key: string; since: number }>();
  /** Who has acted since the last tick, and waits to hear that all of it has been told. */
  let actors = new Set<string>();
  let callOff: (() => void) | null = null;
  let isUrgent = false;

  const audienceOf = (person: string) => rules.audienceOf(state, person);

  function flush(): void {
    callOff?.();
    callOff = null;
    isUrgent = false;
    const ownChanged = rules.slices.some(slice => slice.own && told[slice.name] !== state[slice.name]);
    told = state;
    const acted = actors;
    actors = new Set();
    forgetMoved();
    const moved = settleConnections();
    // Streams that nobody listens to wait: they catch up in one patch when somebody comes back.
    for (const key of new Set([...seats.values()].map(seat => seat.key)))
      faults.attempt('telling an audience failed', () => bringUp(streams.get(key)));
    for (const connection of moved) enter(connection, undefined);
    for (const [connection, place] of seats) {
      const isBehind = acted.has(connection.person) && (streams.get(place.key)?.seq() ?? seq) < seq;
      if (ownChanged || isBehind) faults.attempt('telling a person failed', () => tellOwn(connection, place, isBehind));
    }
  }

  const flushSafely = () => void faults.attempt('telling failed', flush);

  function bringUp(stream: AudienceStream | undefined): void {
    const patch = stream?.advance(state, seq);
    if (stream && patch) send(stream.key, patch);
  }

  function forgetMoved(): void {
    for (const [person, { key }] of members) {
      const audience = audienceOf(person);
      if (!audience || audienceKey(audience) !== key) members.delete(person);
    }
  }

  /** Ends the connections that may not go on; takes those whose audience changed out of the old one. */
  function settleConnections(): Connection[] {
    const moved: Connection[] = [];
    for (const [connection, { key }] of [...seats]) {
      const goodbye = connection.refusedBy(state);
      const audience = goodbye ? null : audienceOf(connection.person);
      if (audience && audienceKey(audience) === key) continue;
      seats.delete(connection);
      connection.leave(key);
      if (audience) moved.push(connection);
      else connection.close(goodbye ?? 'removed');
    }
    return moved;
  }

  function tellOwn(connection: Connection, place: Seat, isBehind: boolean): void {
    place.own = ownOf(connection.person, place.own);
    const encoded = JSON.stringify(place.own);
    if (encoded === place.told && !isBehind) return;
    place.told = encoded;
    connection.own(place.own, seq);
  }

  /** A slice that cannot tell somebody their own keeps what it told. */
  function ownOf(person: string, before: View): View {
    const own: View = {};
    for (const slice of rules.slices) {
      if (!slice.own) continue;
      try {
        own[slice.name] = slice.own(state[slice.name], person);
        faults.mended(slice.name, 'own');
      } catch (error) {
        faults.ofSlice({ slice: slice.name, member: 'own', error });
        own[slice.name] = slice.name in before ? before[slice.name] : emptyOwn(slice, person);
      }
    }
    return own;
  }

  function enter(connection: Connection, known: Handshake['known']): void {
    if (!faults.attempt('welcoming a connection failed', () => seat(connection, known))) connection.close('resync');
  }

  function seat(connection: Connection, known: Handshake['known']): void {
    const { person } = connection;
    const goodbye = connection.refusedBy(state);
    const audience = goodbye ? null : audienceOf(person);
    if (!audience) {
      connection.close(goodbye ?? 'removed');
      return;
    }
    const key = audienceKey(audience);
    const stream = streams.get(key) ?? openStream({ rules, faults }, audience, { state, seq });
    streams.set(key, stream);
    bringUp(stream);
    if (members.get(person)?.key !== key) members.set(person, { key, since: stream.seq() });
    const own = ownOf(person, {});
    const common = { epoch, me: person, audience, now: time.now(), own, reached: seq };
    const patches = missed(stream, person, known);
    connection.welcome(
      patches
        ? { ...common, kind: 'tail', patches }
        : { ...common, kind: 'snapshot', seq: stream.seq(), view: stream.view() },
    );
    seats.set(connection, { key, own, told: JSON.stringify(own) });
    connection.join(key);
  }

  /** The patches after what a returning client knows, if this person has belonged to the audience all that time; else null. */
  function missed(stream: AudienceStream, person: string, known: Handshake['known']): Numbered[] | null {
    if (!known || known.epoch !== epoch || known.audience !== stream.key) return null;
    return known.seq < (members.get(person)?.since ?? seq) ? null : stream.after(known.seq);
  }

  return {
    changed(facts, newState, newSeq, newActors) {
      state = newState;
      seq = newSeq;
      for (const actor of newActors) actors.add(actor);
      if (facts.some(({ kind }) => rules.conceals(kind))) for (const stream of streams.values()) stream.cut();
      if (!isUrgent && facts.some(({ kind }) => rules.isUrgent(kind))) {
        isUrgent = true;
        callOff?.();
        callOff = clock.at(clock.now(), flushSafely);
      }
      callOff ??= clock.at(clock.now() + (seats.size > limits.many ? limits.tickOfMany : limits.tick), flushSafely);
    },
    enter,
    exit(connection) {
      seats.delete(connection);
    },
    connections: () => seats.size,
    flush: flushSafely,
    close() {
      callOff?.();
      for (const connection of seats.keys()) connection.close('resync');
      seats.clear();
    },
  };
}

/** What a slice tells somebody of their own before anything has happened in it. */
function emptyOwn(slice: Rules['slices'][number], person: string): unknown {
  try {
    return slice.own?.(slice.initial, person);
  } catch {
    // The fault of this slice is in the log already.
    return null;
  }
}
