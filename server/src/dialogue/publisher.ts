import { diff, type Json, type Patch } from '@multaqa/shared/kernel/patch';
import type { Rules, State } from '@multaqa/shared/kernel/rules';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/scene';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Goodbye, Handshake, Numbered, View, Welcome } from '@multaqa/shared/protocol';
import type { Clock } from '../platform/clock.ts';

/** One browser tab in one dialogue. */
export type Connection = {
  person: string;
  /** Why this connection may not go on under this state; null while it may. */
  refusedBy(state: State): Goodbye | null;
  welcome(welcome: Welcome): void;
  own(own: View): void;
  join(audience: string): void;
  leave(audience: string): void;
  close(reason: Goodbye): void;
};

export type Publisher = {
  /** Tells of new facts: with the next tick, or at once when one of them is urgent. */
  changed(facts: readonly Recorded[], state: State, seq: number): void;
  /** Welcomes a connection: with what it missed, or with everything it may see now. */
  enter(connection: Connection, known: Handshake['known']): void;
  exit(connection: Connection): void;
  connections(): number;
  flush(): void;
  close(): void;
};

type Stream = { key: string; audience: Audience; state: State; view: View; seq: number; ring: Numbered[] };
type Seat = { key: string; own: string };

/**
 * Tells each audience what changed for it, as numbered patches: one diff per audience and tick, encoded once for all of its connections.
 * Who belongs to which audience is decided from the newest state before anything is sent, so that nobody gets what they may no longer see.
 */
export function startPublisher(ports: {
  rules: Rules;
  clock: Clock;
  epoch: string;
  start: { state: State; seq: number };
  send(audience: string, patch: Numbered): void;
}): Publisher {
  const { rules, clock, epoch, send } = ports;
  let { state, seq } = ports.start;
  let told = state;
  const streams = new Map<string, Stream>();
  const seats = new Map<Connection, Seat>();
  let callOff: (() => void) | null = null;
  let isUrgent = false;

  const viewOf = (audience: Audience): View =>
    Object.fromEntries(rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, audience)]));

  function streamOf(audience: Audience): Stream {
    const key = audienceKey(audience);
    const known = streams.get(key);
    if (known) return known;
    const stream = { key, audience, state, view: viewOf(audience), seq, ring: [] };
    streams.set(key, stream);
    return stream;
  }

  /** Brings a stream up to the newest state; the patch is null when this audience sees no change. */
  function advance(stream: Stream): Numbered | null {
    if (stream.state === state) return null;
    const changes: { [slice: string]: Patch } = {};
    const view = { ...stream.view };
    for (const slice of rules.slices) {
      if (stream.state[slice.name] === state[slice.name]) continue;
      const after = rules.viewOf(state, slice, stream.audience);
      const patch = diff(stream.view[slice.name] as Json, after as Json);
      view[slice.name] = after;
      if (patch) changes[slice.name] = patch;
    }
    stream.state = state;
    stream.view = view;
    if (Object.keys(changes).length === 0) return null;
    const numbered: Numbered = { from: stream.seq, to: seq, patch: ['{', changes] };
    stream.seq = seq;
    stream.ring.push(numbered);
    if (stream.ring.length > limits.ring) stream.ring.shift();
    return numbered;
  }

  function flush(): void {
    callOff?.();
    callOff = null;
    isUrgent = false;
    const ownChanged = rules.slices.some(slice => slice.own && told[slice.name] !== state[slice.name]);
    told = state;
    const moved = settleConnections();
    // Streams that nobody listens to wait: they catch up in one patch when somebody comes back.
    const heard = new Set([...seats.values()].map(({ key }) => key));
    for (const key of heard) {
      const stream = streams.get(key);
      const patch = stream && advance(stream);
      if (stream && patch) send(stream.key, patch);
    }
    for (const connection of moved) seat(connection, undefined);
    if (ownChanged) for (const [connection, place] of seats) tellOwn(connection, place);
  }

  /** Ends the connections that may not go on; takes those whose audience changed out of the old one. */
  function settleConnections(): Connection[] {
    const moved: Connection[] = [];
    for (const [connection, { key }] of [...seats]) {
      const goodbye = connection.refusedBy(state);
      const audience = goodbye ? null : rules.audienceOf(state, connection.person);
      if (audience && audienceKey(audience) === key) continue;
      seats.delete(connection);
      connection.leave(key);
      if (audience) moved.push(connection);
      else connection.close(goodbye ?? 'removed');
    }
    return moved;
  }

  function tellOwn(connection: Connection, place: Seat): void {
    const own = rules.ownOf(state, connection.person);
    const encoded = JSON.stringify(own);
    if (encoded === place.own) return;
    place.own = encoded;
    connection.own(own);
  }

  function seat(connection: Connection, known: Handshake['known']): void {
    const goodbye = connection.refusedBy(state);
    const audience = goodbye ? null : rules.audienceOf(state, connection.person);
    if (!audience) {
      connection.close(goodbye ?? 'removed');
      return;
    }
    const stream = streamOf(audience);
    const late = advance(stream);
    if (late) send(stream.key, late);
    const own = rules.ownOf(state, connection.person);
    const common = { epoch, me: connection.person, audience, now: clock.now(), own };
    const patches = missed(stream, known);
    connection.welcome(
      patches
        ? { ...common, kind: 'tail', patches }
        : { ...common, kind: 'snapshot', seq: stream.seq, view: stream.view },
    );
    seats.set(connection, { key: stream.key, own: JSON.stringify(own) });
    connection.join(stream.key);
  }

  /** The patches after what a returning client knows; null when only a snapshot will do. */
  function missed(stream: Stream, known: Handshake['known']): Numbered[] | null {
    if (!known || known.epoch !== epoch || known.audience !== stream.key) return null;
    if (known.seq === stream.seq) return [];
    const at = stream.ring.findIndex(({ from }) => from === known.seq);
    return at < 0 ? null : stream.ring.slice(at);
  }

  return {
    changed(facts, newState, newSeq) {
      state = newState;
      seq = newSeq;
      if (!isUrgent && facts.some(({ kind }) => rules.isUrgent(kind))) {
        isUrgent = true;
        callOff?.();
        callOff = clock.at(clock.now(), flush);
      }
      callOff ??= clock.at(clock.now() + (seats.size > limits.many ? limits.tickOfMany : limits.tick), flush);
    },
    enter: seat,
    exit(connection) {
      seats.delete(connection);
    },
    connections: () => seats.size,
    flush,
    close() {
      callOff?.();
      for (const connection of seats.keys()) connection.close('resync');
      seats.clear();
    },
  };
}
