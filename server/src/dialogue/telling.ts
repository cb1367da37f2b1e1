import type { State } from '@multaqa/shared/kernel/composition';
import { audienceKey } from '@multaqa/shared/kernel/context';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Goodbye, Handshake, Numbered, Packed } from '@multaqa/shared/protocol';
import { type AudienceStream, openStream } from './audience-stream.ts';
import type { DialogueTime } from './dialogue-time.ts';
import type { Debug } from './engine-metrics.ts';
import type { Faults } from './faults.ts';
import { openMoves, type Shown } from './moves.ts';
import { collectConcerned, ownView } from './own-views.ts';
import { type Connection, openMemberships, openSubscriptions } from './subscriptions.ts';

export type TellingPorts = {
  rules: Rules;
  time: DialogueTime;
  faults: Faults;
  debug: Debug;
  /** Names this run of the numbering. */
  epoch: string;
  send(audience: string, patch: Packed<Numbered>): void;
};

/** What is told in one dialogue: the newest state, what each audience has been shown of it, and who listens. */
export type Telling = ReturnType<typeof openTelling>;

/** Begins with a state of which nobody has been told. */
export function openTelling(ports: TellingPorts, start: { state: State; seq: number }) {
  return {
    ...ports,
    newest: start,
    /** The state for which it was last decided who listens to which audience. */
    reconciledFor: start.state,
    streams: new Map<string, AudienceStream>(),
    subscriptions: openSubscriptions(),
    memberships: openMemberships(),
    concerned: collectConcerned(ports),
  };
}

/** What a connection that comes has seen already. */
export type Before = { kind: 'known'; known: Handshake['known'] } | { kind: 'moved'; from: Shown };

/** Sends an audience what has changed for it since the last time. */
export function bringUp({ newest: { state, seq }, send, debug }: Telling, stream: AudienceStream | undefined): void {
  const patch = stream?.advance(state, seq);
  if (!stream || !patch) return;
  send(stream.key, patch);
  debug('a patch was sent', { audience: stream.key, seq });
}

/** Ends a connection, with the reason for its client. */
export function end({ subscriptions, debug }: Telling, connection: Connection, reason: Goodbye): void {
  debug('a connection was ended', { person: connection.person, reason });
  subscriptions.remove(connection);
  connection.close(reason);
}

/** Ends the connections that may not go on; takes those whose audience changed out of the old one, with what they were shown there. */
export function reconcileConnections(telling: Telling): Map<Connection, Shown> {
  const { rules, newest, subscriptions, memberships } = telling;
  for (const [connection] of subscriptions.all()) if (connection.isClogged()) end(telling, connection, 'resync');
  if (rules.areSameParticipants(telling.reconciledFor, newest.state)) return new Map();
  telling.reconciledFor = newest.state;
  memberships.prune(person => rules.audienceOf(newest.state, person));
  const moved = takeOutMoved(telling);
  dropStreamsOfClosedRooms(telling);
  return moved;
}

function takeOutMoved(telling: Telling): Map<Connection, Shown> {
  const { rules, newest, streams, subscriptions } = telling;
  const moved = new Map<Connection, Shown>();
  const shown = openMoves();
  for (const [connection, { key }] of subscriptions.all()) {
    const goodbye = connection.refusedBy(newest.state);
    const audience = goodbye ? null : rules.audienceOf(newest.state, connection.person);
    const stream = streams.get(key);
    if (!audience || !stream) end(telling, connection, goodbye ?? 'removed');
    else if (audienceKey(audience) !== key) {
      subscriptions.remove(connection);
      moved.set(connection, shown(stream));
    }
  }
  return moved;
}

function dropStreamsOfClosedRooms({ rules, newest, streams, subscriptions }: Telling): void {
  for (const [key, { audience }] of streams) {
    const isOfClosedRoom = audience.place && !rules.isOpenRoom(newest.state, audience.place.room);
    if (isOfClosedRoom && !subscriptions.hasListeners(key)) streams.delete(key);
  }
}

/** Tells single people what changed for them alone, and who has acted that all of it has been told. */
export function tellOwn(telling: Telling, acted: ReadonlySet<string>): void {
  const { concerned, subscriptions, faults } = telling;
  const { people, everybody } = concerned.take();
  const whom = everybody.size > 0 ? [...subscriptions.people()] : new Set([...people.keys(), ...acted]);
  for (const person of whom) {
    const slices = new Set([...everybody, ...(people.get(person) ?? [])]);
    for (const connection of subscriptions.tabsOf(person))
      faults.attempt('telling a person failed', () => tellTab(telling, connection, slices, acted.has(person)));
  }
}

function tellTab(telling: Telling, connection: Connection, slices: ReadonlySet<string>, hasActed: boolean): void {
  const { rules, faults, concerned, newest, streams, subscriptions } = telling;
  const subscription = subscriptions.get(connection);
  if (!subscription) return;
  const viewer = { state: newest.state, person: connection.person, audience: subscription.audience };
  const own = ownView({ rules, faults, again: concerned.again }, viewer, slices, subscription.own);
  const changes = Object.entries(own).filter(
    ([slice, now]) => JSON.stringify(now) !== JSON.stringify(subscription.own[slice]),
  );
  const isBehind = hasActed && (streams.get(subscription.key)?.seq() ?? newest.seq) < newest.seq;
  if (changes.length === 0 && !isBehind) return;
  subscription.own = { ...subscription.own, ...Object.fromEntries(changes) };
  connection.own(Object.fromEntries(changes), newest.seq);
}

/** Welcomes a connection: with what it missed, or with everything it may see now. One that cannot be welcomed is ended and tries again. */
export function welcome(telling: Telling, connection: Connection, before: Before): void {
  const isWelcomed = telling.faults.attempt('welcoming a connection failed', () =>
    subscribe(telling, connection, before),
  );
  if (!isWelcomed) connection.close('resync');
}

function subscribe(telling: Telling, connection: Connection, before: Before): void {
  const { rules, time, faults, debug, epoch, newest, streams, subscriptions, memberships, concerned } = telling;
  const { state, seq } = newest;
  const { person } = connection;
  const goodbye = connection.refusedBy(state);
  const audience = goodbye ? null : rules.audienceOf(state, person);
  if (!audience) return void connection.close(goodbye ?? 'removed');
  const key = audienceKey(audience);
  const stream = streams.get(key) ?? openStream({ rules, faults }, audience, newest);
  streams.set(key, stream);
  bringUp(telling, stream);
  const since = memberships.since(person, key, stream.seq());
  const own = ownView({ rules, faults, again: concerned.again }, { state, person, audience }, 'all', {});
  const greeting = { epoch, me: person, audience, now: time.now(), own, reached: seq };
  connection.welcome({ ...greeting, ...wayInto(telling, stream, since, before) });
  debug('a connection was welcomed', { person, audience: key, seq });
  subscriptions.add(connection, { key, audience, own });
}

/** What leads a connection to the view of its audience: what it missed, the change from what it saw elsewhere, or all. */
function wayInto({ epoch }: Telling, stream: AudienceStream, since: number, before: Before) {
  if (before.kind === 'moved') {
    const { audience, seq, patchTo } = before.from;
    return { kind: 'moved', from: { audience, seq }, seq: stream.seq(), patch: patchTo(stream) } as const;
  }
  const { known } = before;
  const isOfThis = known?.epoch === epoch && known.audience === stream.key;
  // Somebody who has not belonged to the audience all that time may not be told what happened there meanwhile.
  const patches = isOfThis && known.seq >= since ? stream.after(known.seq) : null;
  return patches ? ({ kind: 'tail', patches } as const) : ({ kind: 'snapshot', ...stream.snapshot() } as const);
}
