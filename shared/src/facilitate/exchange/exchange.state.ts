import { type Chunked, emptyList } from '../../kernel/chunked.ts';
import type { Groups } from '../../kernel/context.ts';
import { type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { Channel, NudgeKind, Stratum } from './exchange.messages.ts';
import { noSpeech, type RoomSpeech } from './speech.ts';

/** Whether a session measures its exchange, and whether it nudges. */
export type Rule = { figures: 'on' | 'off'; nudges: 'on' | 'off' };

/** Somebody was in a room from when to when (ms since the epoch; null while they are), with what they belonged to then. */
export type Seat = { person: PersonId; as: Stratum; of: Groups; from: number; to: number | null };

/** What happened in one room: who was there, in the order in which they came, who spoke, and who took part in writing. */
export type RoomExchange = {
  seats: readonly Seat[];
  speech: RoomSpeech;
  wrote: { readonly [person: PersonId]: true };
  /** An even share of what voices spoke, in ms, as it was when the room fell silent last; null before there is enough to compare. */
  even: number | null;
};

/** Somebody took part in writing, at ms since the epoch; what they wrote in the five minutes after it is not told again. */
export type Contribution = { person: PersonId; room: RoomId; channel: Channel; at: number };

/** A nudge that somebody was given last of its kind. `done`: put away, or answered by speaking. */
export type Nudge = { at: number; room: RoomId; status: 'shown' | 'done' | 'dismissed' };

/** Where somebody is, as what, and since when (ms since the epoch). */
export type Place = { room: RoomId; as: Stratum; from: number };

/** The exchange of one session. Where figures are off there is nothing in it. */
export type SessionExchange = {
  rule: Rule;
  rooms: { readonly [room: RoomId]: RoomExchange };
  places: { readonly [person: PersonId]: Place };
  contributions: Chunked<Contribution>;
  /** What each person was told to have contributed last in a channel. */
  latest: { readonly [person: PersonId]: { readonly [channel in Channel]?: Contribution } };
  /** How often somebody replied to what another one wrote, by author and by who replied. */
  replies: { readonly [author: PersonId]: { readonly [person: PersonId]: number } };
  /** When somebody was heard last, by voice or in writing, ms since the epoch. */
  heardAt: { readonly [person: PersonId]: number };
  /** When somebody was first in a room. */
  cameAt: { readonly [person: PersonId]: number };
  nudges: { readonly [person: PersonId]: { readonly [kind in NudgeKind]?: Nudge } };
};

export type Exchange = { readonly [session: SessionId]: SessionExchange };

const usual: Rule = { figures: 'on', nudges: 'on' };

/** A session of which nothing is known, by its rule. */
export const unmeasured = (rule: Rule): SessionExchange => ({
  rule,
  rooms: {},
  places: {},
  contributions: emptyList,
  latest: {},
  replies: {},
  heardAt: {},
  cameAt: {},
  nudges: {},
});

const none = unmeasured(usual);
const noRoom: RoomExchange = { seats: [], speech: noSpeech, wrote: {}, even: null };

/** The exchange of a session; nothing before anybody comes. */
export const exchangeIn = (state: Exchange, session: SessionId): SessionExchange => state[session] ?? none;

/** True where a session measures its exchange. */
export const isMeasured = (state: Exchange, session: SessionId): boolean =>
  exchangeIn(state, session).rule.figures === 'on';

/** Ms that the voice of somebody was heard in turns of a session, in all of its rooms; 0 where that is not measured. */
export const voiceIn = (state: Exchange, session: SessionId, person: PersonId): number =>
  Object.values(exchangeIn(state, session).rooms).reduce((sum, { speech }) => sum + (speech.spoken[person] ?? 0), 0);

/** What happened in a room; nothing before anybody comes. */
export const roomIn = (state: Exchange, room: RoomId): RoomExchange =>
  exchangeIn(state, sessionOf(room)).rooms[room] ?? noRoom;

/** The same of a session that is at hand. */
export const roomOf = ({ rooms }: SessionExchange, room: RoomId): RoomExchange => rooms[room] ?? noRoom;

/** The seat that somebody has in a room now. */
export const seatIn = ({ seats }: RoomExchange, person: PersonId): Seat | undefined =>
  seats.find(seat => seat.to === null && seat.person === person);
