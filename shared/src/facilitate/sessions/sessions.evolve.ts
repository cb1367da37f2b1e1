import { without } from '../../kernel/entries.ts';
import { isLobby, lobbyOf, type PersonId, plenaryOf, type RoomId } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { facts } from './sessions.messages.ts';
import { spent } from './sessions.spent.ts';
import type { ClosedSession, OpenSession, Seat, Session, Sessions } from './sessions.state.ts';

type SessionFact = Recorded<FactOf<typeof facts>>;

/** The state of the sessions after one more fact. */
export function evolve(state: Sessions, fact: SessionFact): Sessions {
  const id = fact.data.session;
  const session = state[id];
  if (fact.kind === 'sessions.planned') return { ...state, [id]: { session: id, plan: fact.data, status: 'planned' } };
  if (!session) return state;
  const next = session.status === 'open' ? whileOpen(session, fact) : whileShut(session, fact);
  return next === session ? state : { ...state, [id]: next };
}

function whileShut(session: Exclude<Session, OpenSession>, fact: SessionFact): Session {
  const { session: id, plan } = session;
  switch (fact.kind) {
    case 'sessions.edited':
      return { ...session, plan: fact.data };
    case 'sessions.cancelled':
      return { session: id, plan, status: 'cancelled' };
    case 'sessions.restored':
      return { session: id, plan, status: 'planned' };
    case 'sessions.opened': {
      const { admission } = fact.data;
      return {
        session: id,
        plan,
        status: 'open',
        openedAt: fact.at,
        admission,
        door: 'unlocked',
        sentOut: {},
        rooms: [lobbyOf(id), plenaryOf(id)],
        appointed: {},
        seats: {},
        admitted: {},
        attendance: {},
        visits: {},
        closesAt: null,
      };
    }
    case 'sessions.reopened':
      return session.status === 'closed' ? reopened(session) : session;
    case 'sessions.sealed':
      return session.status === 'closed' ? { ...session, resumes: null } : session;
    default:
      return session;
  }
}

function withoutSeat(session: OpenSession, { data, at }: Extract<SessionFact, { kind: 'sessions.left' }>): Session {
  const { person, reason } = data;
  const { [person]: seat, ...others } = session.seats;
  const seats = withoutWhispersTo(others, person);
  const left = { ...session, seats, ...spent(session, person, seat, at) };
  return reason === 'expelled' || reason === 'barred' ? sentAway(left, person, reason) : left;
}

/** Who whispers to somebody who has left is heard in their own room again. */
function withoutWhispersTo(seats: OpenSession['seats'], person: PersonId): OpenSession['seats'] {
  const isTo = ({ addresses }: Seat) => addresses?.to === 'person' && addresses.person === person;
  if (!Object.values(seats).some(isTo)) return seats;
  return Object.fromEntries(
    Object.entries(seats).map(([other, seat]) => {
      if (!isTo(seat)) return [other, seat] as const;
      const { addresses: _, ...rest } = seat;
      return [other, rest] as const;
    }),
  );
}

function whileOpen(session: OpenSession, fact: SessionFact): Session {
  switch (fact.kind) {
    case 'sessions.edited':
      return { ...session, plan: fact.data };
    case 'sessions.entered': {
      const { person, room } = fact.data;
      const admitted = isLobby(room) ? session.admitted : { ...session.admitted, [person]: true as const };
      const sentOut = without(session.sentOut, person);
      return withSeat({ ...session, admitted, sentOut }, person, { room, since: fact.at, lostAt: null });
    }
    case 'sessions.admitted': {
      const { person } = fact.data;
      const seat = session.seats[person];
      const admitted = { ...session.admitted, [person]: true as const };
      const room = plenaryOf(session.session);
      return withSeat({ ...session, admitted }, person, {
        ...watching(seat, other => other !== room),
        room,
        since: fact.at,
        lostAt: seat?.lostAt ?? null,
      });
    }
    case 'sessions.lost':
      return changeSeat(session, fact.data.person, { lostAt: fact.at });
    case 'sessions.regained':
      return changeSeat(session, fact.data.person, { lostAt: null });
    case 'sessions.left':
      return withoutSeat(session, fact);
    case 'sessions.barred':
      return sentAway(session, fact.data.person, 'barred');
    case 'sessions.unbarred': {
      const { person } = fact.data;
      const admitted = { ...session.admitted, [person]: true as const };
      return { ...session, admitted, sentOut: without(session.sentOut, person) };
    }
    case 'sessions.appointed': {
      const { room, person, role } = fact.data;
      const others = without(session.appointed[room] ?? {}, person);
      const holders = role ? { ...others, [person]: role } : others;
      return { ...session, appointed: { ...session.appointed, [room]: holders } };
    }
    case 'sessions.moved':
      return moved(session, fact);
    case 'sessions.rearranged':
      return rearranged(session, fact.data.rooms);
    case 'sessions.locked':
      return { ...session, door: 'locked' };
    case 'sessions.unlocked':
      return { ...session, door: 'unlocked' };
    case 'sessions.closing':
      return { ...session, closesAt: fact.data.closesAt };
    case 'sessions.staying':
      return { ...session, closesAt: null };
    case 'sessions.closed':
      return closed(session, fact.at);
    default:
      return hearing(session, fact);
  }
}

/** What hosts see, hear and say beyond their own room. */
function hearing(session: OpenSession, fact: SessionFact): OpenSession {
  if (!('person' in fact.data)) return session;
  const seat = session.seats[fact.data.person];
  if (!seat) return session;
  switch (fact.kind) {
    case 'sessions.watched': {
      const { room, person, on } = fact.data;
      const { watches: before = [], ...rest } = seat;
      const others = before.filter(other => other !== room);
      const watches = on ? [...others, room].sort() : others;
      return withSeat(session, person, watches.length > 0 ? { ...rest, watches } : rest);
    }
    case 'sessions.listened': {
      const { listens: _, ...rest } = seat;
      const { room, person } = fact.data;
      return withSeat(session, person, room === null ? rest : { ...rest, listens: room });
    }
    case 'sessions.addressed': {
      const { addresses: _, ...rest } = seat;
      const { to, person } = fact.data;
      return withSeat(session, person, to === null ? rest : { ...rest, addresses: to });
    }
    default:
      return session;
  }
}

/** Somebody sits in another room: they go on watching and hearing the others, but no whisper and no voice goes along. */
function moved(session: OpenSession, { data, at }: Extract<SessionFact, { kind: 'sessions.moved' }>): OpenSession {
  const { person, room } = data;
  const seat = session.seats[person];
  if (!seat || seat.room === room) return session;
  const { listens, lostAt } = seat;
  const after = {
    ...session,
    ...spent(session, person, seat, at),
  };
  return withSeat(after, person, {
    ...watching(seat, other => other !== room),
    ...(listens && listens !== room && { listens }),
    ...{ room, since: at, lostAt },
  });
}

/** Nobody watches, hears or addresses a room that is not open any more. */
function rearranged(session: OpenSession, breakouts: readonly RoomId[]): OpenSession {
  const { session: id } = session;
  const rooms = [lobbyOf(id), plenaryOf(id), ...breakouts];
  const seats = Object.entries(session.seats).map(([person, seat]) => [person, keptOf(seat, rooms)] as const);
  // A role in a room ends with it, so that who is named when it opens again holds it, and nobody else.
  const held = Object.entries(session.appointed).filter(([room]) => rooms.includes(room));
  return { ...session, rooms, seats: Object.fromEntries(seats), appointed: Object.fromEntries(held) };
}

function keptOf(seat: Seat, rooms: readonly RoomId[]): Seat {
  const { watches, listens, addresses, ...rest } = seat;
  if (!watches && !listens && !addresses) return seat;
  const goesOn =
    addresses &&
    (addresses.to === 'person' || addresses.rooms === 'all' || addresses.rooms.every(room => rooms.includes(room)));
  return {
    ...rest,
    ...watching(seat, room => rooms.includes(room)),
    ...(listens && rooms.includes(listens) && { listens }),
    ...(goesOn && { addresses }),
  };
}

function closed(open: OpenSession, closedAt: number): ClosedSession {
  const { session, plan, openedAt, attendance, visits, admission, door, sentOut, appointed, admitted } = open;
  // Breakouts are opened again by hosts, not by reopening.
  const rooms = [lobbyOf(session), plenaryOf(session)];
  const resumes = { admission, door, sentOut, rooms, appointed, admitted };
  return { session, plan, status: 'closed', openedAt, closedAt, attendance, visits, resumes };
}

function reopened(before: ClosedSession): Session {
  const { session, plan, openedAt, attendance, visits, resumes } = before;
  if (!resumes) return before;
  return { session, plan, status: 'open', openedAt, attendance, visits, ...resumes, seats: {}, closesAt: null };
}

const sentAway = (session: OpenSession, person: PersonId, how: 'expelled' | 'barred'): OpenSession => ({
  ...session,
  admitted: without(session.admitted, person),
  sentOut: { ...session.sentOut, [person]: how },
});

/** What somebody goes on watching of what they watched. */
function watching(seat: Seat | undefined, stays: (room: RoomId) => boolean): Pick<Seat, 'watches'> {
  const watches = seat?.watches?.filter(stays) ?? [];
  return watches.length > 0 ? { watches } : {};
}

const withSeat = (session: OpenSession, person: PersonId, seat: Seat): OpenSession => ({
  ...session,
  seats: { ...session.seats, [person]: seat },
});

function changeSeat(session: OpenSession, person: PersonId, change: Partial<Seat>): OpenSession {
  const seat = session.seats[person];
  return seat ? withSeat(session, person, { ...seat, ...change }) : session;
}
