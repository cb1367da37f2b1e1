import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { NudgeKind } from './exchange.messages.ts';
import {
  type Exchange,
  exchangeIn,
  isMeasured,
  type Rule,
  roomIn,
  roomOf,
  type SessionExchange,
} from './exchange.state.ts';
import { type Dials, dialsOf } from './figures/dials.ts';

/** Somebody who is in a room: whether they were heard in the session, and since when they have been quiet, to the minute (ms since the epoch). */
export type Presence = { heard: 'spoke' | 'wrote' | 'not-yet'; quietSince: number };

/** What hosts see of a room. `people`: the voices in it now. */
export type RoomFigures = { dials: Dials; people: { readonly [person: PersonId]: Presence } };

/** For hosts alone; everybody else sees nothing of it. */
export type ExchangeView = {
  rules: { readonly [session: SessionId]: Rule };
  rooms: { readonly [room: RoomId]: RoomFigures };
};

/** What an audience sees: hosts the rooms that they see into, where the session measures its exchange. */
export function viewOf(state: Exchange, audience: Audience): ExchangeView {
  if (!isHost(audience.role)) return nothing;
  const rooms = roomsOf(audience).filter(room => !isLobby(room) && isMeasured(state, sessionOf(room)));
  return {
    rules: Object.fromEntries(Object.entries(state).map(([session, { rule }]) => [session, rule])),
    rooms: Object.fromEntries(rooms.map(room => [room, figuresIn(exchangeIn(state, sessionOf(room)), room)])),
  };
}

const nothing: ExchangeView = { rules: {}, rooms: {} };

const known = new WeakMap<SessionExchange, Map<RoomId, RoomFigures>>();

/** The same object for the same session, so that several audiences cost what one does. */
function figuresIn(session: SessionExchange, room: RoomId): RoomFigures {
  const before = known.get(session) ?? new Map<RoomId, RoomFigures>();
  known.set(session, before);
  const found = before.get(room) ?? seenIn(session, room);
  before.set(room, found);
  return found;
}

function seenIn(session: SessionExchange, room: RoomId): RoomFigures {
  const here = Object.entries(session.places).filter(([, place]) => place.room === room && place.as === 'voice');
  return {
    dials: dialsOf(roomOf(session, room)),
    people: Object.fromEntries(here.map(([person]) => [person, presenceOf(session, person)])),
  };
}

function presenceOf(session: SessionExchange, person: PersonId): Presence {
  const { cameAt, heardAt, latest, rooms } = session;
  const spoke = Object.values(rooms).some(({ speech }) => (speech.spoken[person] ?? 0) >= limits.heardFor);
  const quietSince = heardAt[person] ?? cameAt[person] ?? 0;
  const heard = spoke ? 'spoke' : latest[person] ? 'wrote' : 'not-yet';
  return { heard, quietSince: Math.floor(quietSince / 60_000) * 60_000 };
}

/** Somebody's own dial: seconds they spoke in their room, and an even share of what was spoken there by voices; null while there is too little to compare. */
export type OwnDial = { room: RoomId; spoken: number; even: number | null; wrote: boolean };

/** What one person alone sees; `dial` is null for who is no voice, and where nothing is measured. */
export type OwnExchange = { dial: OwnDial | null; nudges: { readonly [kind in NudgeKind]?: number } };

/** Own seconds are told in steps of five, even shares in steps of fifteen: a dial is not a stopwatch. */
const steps = { own: 5, even: 15 };

/** Somebody's own dial and nudges. */
export function ownOf(state: Exchange, person: PersonId, { place }: Audience): OwnExchange {
  const session = place && exchangeIn(state, place.session);
  const seat = session?.places[person];
  if (!session || !seat) return { dial: null, nudges: {} };
  const nudges = Object.entries(session.nudges[person] ?? {}).filter(([, { status }]) => status === 'shown');
  return {
    dial: seat.as === 'voice' ? dialOf(state, session, person, seat.room) : null,
    nudges: Object.fromEntries(nudges.map(([kind, { at }]) => [kind, at])),
  };
}

function dialOf(state: Exchange, session: SessionExchange, person: PersonId, id: RoomId): OwnDial {
  const { speech, even } = roomIn(state, id);
  const inSteps = (ms: number, step: number) => Math.floor(ms / 1_000 / step) * step;
  return {
    room: id,
    spoken: inSteps(speech.spoken[person] ?? 0, steps.own),
    even: even === null ? null : inSteps(even, steps.even),
    wrote: session.latest[person] !== undefined,
  };
}
