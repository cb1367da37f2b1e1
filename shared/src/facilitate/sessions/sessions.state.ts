import type { Place, Times } from '../../kernel/context.ts';
import { isLobby, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { RoomRole } from '../../kernel/messages.ts';
import type { SessionInput } from './sessions.messages.ts';

/** Where somebody sits; `lostAt` is set while their connection is away (ms since the epoch). */
export type Seat = {
  room: RoomId;
  since: number;
  lostAt: number | null;
  /** Rooms whose inside a host sees besides their own, in order of their ids; absent for none. */
  watches?: readonly RoomId[];
  /** The room that a host hears besides their own. */
  listens?: RoomId;
  /** Where a host's voice goes: into rooms besides their own, or to one person alone. */
  addresses?: Address;
};

export type Address = { to: 'rooms'; rooms: 'all' | readonly RoomId[] } | { to: 'person'; person: PersonId };

/** Somebody was in a room, ms since the epoch. */
export type Visit = { person: PersonId; from: number; to: number };

/** Who was in which breakout, and when; of those who are there now, not yet. */
export type Visits = { readonly [room: RoomId]: readonly Visit[] };

/** Time somebody spent in the rooms of a session, lobby not counted, in ms. */
export type Attendance = { readonly [person: PersonId]: number };

export type Session = { session: SessionId; plan: SessionInput } & (
  | { status: 'planned' | 'cancelled' }
  | {
      status: 'open';
      openedAt: number;
      admission: 'lobby' | 'direct';
      /** Behind a locked door stand newcomers; who has been inside comes and goes. */
      door: 'unlocked' | 'locked';
      /** Whom a host has sent out and who has not come back: they may ask again, or not. Shown to hosts only. */
      sentOut: { readonly [person: PersonId]: 'expelled' | 'barred' };
      /** Every room of the session: people sit nowhere else. */
      rooms: readonly RoomId[];
      /** The roles that people hold in one room only, as long as the session is open. */
      appointed: { readonly [room: RoomId]: { readonly [person: PersonId]: RoomRole } };
      seats: { readonly [person: PersonId]: Seat };
      admitted: { readonly [person: PersonId]: true };
      attendance: Attendance;
      visits: Visits;
      /** When it closes by a host's word, ms since the epoch; null while nobody has said so. */
      closesAt: number | null;
    }
  | {
      status: 'closed';
      openedAt: number;
      closedAt: number;
      attendance: Attendance;
      visits: Visits;
      /** What it goes on with when it is reopened; null once that is over. */
      resumes: Resuming | null;
    }
);

/** What outlives the closing of a session for as long as it can be reopened. */
export type Resuming = Pick<OpenSession, 'admission' | 'door' | 'sentOut' | 'rooms' | 'appointed' | 'admitted'>;

export type OpenSession = Extract<Session, { status: 'open' }>;
export type Sessions = { readonly [session: SessionId]: Session };

/** A session that is open; null otherwise. */
export const openSession = (state: Sessions, id: SessionId): OpenSession | null => {
  const session = state[id];
  return session?.status === 'open' ? session : null;
};

/** Every open session: one at most ([M2]). */
export const openSessions = (state: Sessions): OpenSession[] =>
  Object.values(state).filter((session): session is OpenSession => session.status === 'open');

export type ClosedSession = Extract<Session, { status: 'closed' }>;

/** The closed sessions that can still be reopened. */
export const reopenable = (state: Sessions): ClosedSession[] =>
  Object.values(state).filter(
    (session): session is ClosedSession => session.status === 'closed' && session.resumes !== null,
  );

/** When a closed session ended in which somebody took part; null otherwise. */
export function endedFor(state: Sessions, person: PersonId, id: SessionId): number | null {
  const session = state[id];
  return session?.status === 'closed' && session.attendance[person] !== undefined ? session.closedAt : null;
}

/** The one room a person is in; null outside every session. */
export function placeOf(state: Sessions, person: PersonId): Place | null {
  for (const { session, seats } of openSessions(state)) {
    const seat = seats[person];
    if (seat) return { session, room: seat.room };
  }
  return null;
}

/** True for somebody who sits in an open session and whose connection is not lost. */
export const isConnected = (state: Sessions, person: PersonId): boolean =>
  openSessions(state).some(({ seats }) => seats[person]?.lostAt === null);

/** How long a session is to be, and since when it is open; null for one that is neither planned nor open. */
export function timesOf(state: Sessions, id: SessionId): Times | null {
  const session = state[id];
  if (session?.status !== 'planned' && session?.status !== 'open') return null;
  return { minutes: session.plan.minutes, openedAt: session.status === 'open' ? session.openedAt : null };
}

/** Who sits in a room of an open session. */
export const peopleIn = (state: Sessions, room: RoomId): PersonId[] =>
  Object.entries(openSession(state, sessionOf(room))?.seats ?? {}).flatMap(([person, seat]) =>
    seat.room === room ? [person] : [],
  );

/** Who is in the rooms of an open session with a connection, the lobby not counted. */
export const seatsIn = (state: Sessions, id: SessionId): { person: PersonId; room: RoomId }[] =>
  Object.entries(openSession(state, id)?.seats ?? {}).flatMap(([person, { room, lostAt }]) =>
    isLobby(room) || lostAt !== null ? [] : [{ person, room }],
  );

/** The rooms that somebody watches besides their own. */
export function watchesOf(state: Sessions, person: PersonId): readonly RoomId[] {
  for (const { seats } of openSessions(state)) {
    const watches = seats[person]?.watches;
    if (watches) return watches;
  }
  return none;
}

const none: readonly RoomId[] = [];

/** What is said of sessions in the state as in anybody's view: which there are, and of an open one its rooms and who holds a role in them. */
export type Standing = {
  readonly [session: SessionId]: Pick<Session, 'session'> &
    (Pick<OpenSession, 'status' | 'rooms' | 'appointed'> | { status: Exclude<Session['status'], 'open'> });
};

/** True while a session is open. */
export const isAnyOpen = (sessions: Standing): boolean =>
  Object.values(sessions).some(({ status }) => status === 'open');

/** True for a room of an open session. */
export const isOpenRoom = (sessions: Standing, room: RoomId): boolean => {
  const session = sessions[sessionOf(room)];
  return session?.status === 'open' && session.rooms.includes(room);
};

/** The role that somebody holds in this room alone. */
export const roomRoleOf = (sessions: Standing, person: PersonId, room: RoomId): RoomRole | undefined => {
  const session = sessions[sessionOf(room)];
  return session?.status === 'open' ? session.appointed[room]?.[person] : undefined;
};

/** Who really was in which breakout of every session, and when; of those who are there now, since when (`to` is null). */
export function visitsOf(sessions: Sessions): { [room: RoomId]: VisitSoFar[] } {
  const all: { [room: RoomId]: VisitSoFar[] } = {};
  const add = (room: RoomId, visits: readonly VisitSoFar[]) => {
    all[room] = [...(all[room] ?? []), ...visits];
  };
  for (const session of Object.values(sessions)) {
    if (session.status !== 'open' && session.status !== 'closed') continue;
    for (const [room, visits] of Object.entries(session.visits)) add(room, visits);
    if (session.status !== 'open') continue;
    for (const [person, { room, since }] of Object.entries(session.seats))
      if (!isLobby(room) && room !== plenaryOf(session.session)) add(room, [{ person, from: since, to: null }]);
  }
  return all;
}

export type VisitSoFar = Omit<Visit, 'to'> & { to: number | null };
