import { z } from 'zod';
import { isHost } from '../../kernel/context.ts';
import type { SessionId } from '../../kernel/ids.ts';
import { type Ask, defineSlice } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { appointing, arranging, breakoutsOf, moving, rearranging } from './sessions.breakouts.ts';
import { closing, decide, endsAt } from './sessions.decide.ts';
import { leaving } from './sessions.door.ts';
import { evolve } from './sessions.evolve.ts';
import { stopping } from './sessions.hearing.ts';
import { facts, messages, refusals } from './sessions.messages.ts';
import { endedFor, openSessions, placeOf, reopenable, type Sessions, visitsOf } from './sessions.state.ts';
import { viewOf } from './sessions.view.ts';

/**
 * The live meetings of a dialogue: planned, opened, entered through a lobby, closed.
 *
 * [M1] A session id is used once; only a planned session opens, and only an open one closes.
 * [M2] One session of a dialogue is open at a time.
 * [M3] A person sits in at most one room.
 * [M4] Where admission is by lobby, only hosts reach the plenary without being admitted.
 * [M5] Somebody who was admitted comes back to the plenary without asking again.
 * [M6] A place is held for 120 s after the connection is lost, then given up.
 * [M7] Closing a session empties it: nobody sits in a closed session.
 * [M8] Attendance counts time in rooms, and never the lobby.
 * [M9] Somebody who is removed from the dialogue leaves their room in the same transaction.
 * [M10] A session that nobody closes ends by itself after twelve hours.
 * [M11] A locked session takes no newcomers: only hosts, those once admitted, and those who already wait and are admitted.
 * [M12] Hosts send people out, never themselves; a facilitator sends out no host.
 * [M13] Somebody who was sent out needs a new admission; somebody who is barred comes back only after a host readmits them, and then as admitted.
 * [M14] Only hosts and the person themselves know who was sent out: nothing that others see depends on it while that person is away.
 * [M15] People who are not hosts see who sits in their own room, which hosts watch or hear it, who holds a role in which room, how many are inside and in each room; of a closed session, how many took part.
 * [M16] A host gives somebody of the dialogue a role in one room while the session is open, and takes it back; the role reaches no other room.
 * [M17] A host who sits in a session may watch its other rooms; a room sees which hosts watch it.
 * [M18] A host's word that a session closes is seen by everybody; a minute later it closes, unless a host stops that or closes it at once.
 * [M19] For 15 minutes hosts reopen what was closed while no other session is open: it goes on with its rooms, and with those who were admitted and barred; nobody sits in it yet.
 * [M20] A host hears at most one room besides their own, and that room sees it.
 * [M21] A host's voice goes into other breakouts besides their own room, or to one person alone; going to another room ends that.
 * [M22] People sit in rooms that are open, and nowhere else: when a breakout is not open any more, they are in the plenary.
 * [M23] Who was in which breakout, and when, is kept; only hosts read it.
 * [M24] One person at a time takes the notes of a room by appointment; they, or a host, pass that on to somebody who sits there.
 */
export const sessions = defineSlice<Sessions>()({
  name: 'sessions',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 3,
  factVersion: 1,
  decide,
  evolve,
  view: viewOf,
  own: (state, person): SessionsOwn => ({
    attended: Object.keys(state).filter(session => endedFor(state, person, session) !== null),
    sentOut: Object.fromEntries(
      openSessions(state).flatMap(({ session, sentOut }) => (sentOut[person] ? [[session, sentOut[person]]] : [])),
    ),
  }),
  // Opening and closing a session change it for all who were sent out or took part.
  concerns: ({ data }) => ('person' in data ? [data.person] : 'everybody'),
  follow: {
    'breakouts.opened': (state, { data }, { roleOf }) => arranging(state, data, roleOf),
    'breakouts.widened': (state, { data: { session, rooms } }) => rearranging(state, session, rooms),
    'breakouts.appointed': (state, { data }, { roleOf }) => appointing(state, data, roleOf),
    'breakouts.went': (state, { data: { session, rooms, people } }) => moving(state, session, rooms, people),
    'breakouts.entered': (state, { data: { session, person, room } }) =>
      moving(state, session, breakoutsOf(state, session), [{ person, room }]),
    'breakouts.closed': (state, { data: { session } }) => moving(state, session, [], []),
    'people.removed': (state, { data: { person } }) => {
      const place = placeOf(state, person);
      return place ? [leaving(place.session, person, 'removed')] : [];
    },
    'people.edited': (state, { data: { person } }, { roleOf }) => {
      const place = placeOf(state, person);
      // Somebody who is no host any more stops seeing into rooms, hearing them and speaking there.
      return !place || isHost(roleOf(person)) ? [] : stopping(state, place.session, person);
    },
  },
  asks: {
    visits: {
      input: z.strictObject({}),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: state => visitsOf(state),
    } satisfies Ask<Sessions>,
  },
  urgent: [
    'sessions.opened',
    'sessions.admitted',
    'sessions.locked',
    'sessions.closing',
    'sessions.staying',
    'sessions.closed',
    'sessions.reopened',
    'sessions.appointed',
    'sessions.watched',
    'sessions.rearranged',
    'sessions.moved',
    'sessions.listened',
    'sessions.addressed',
  ],
  gathered: ['sessions.entered', 'sessions.left', 'sessions.lost', 'sessions.regained'],
  deadline: state => {
    const due = [
      ...seatsLost(state).map(({ lostAt }) => lostAt + limits.heldPlace),
      ...openSessions(state).map(endsAt),
      ...reopenable(state).map(({ closedAt }) => closedAt + limits.reopening),
    ];
    return due.length > 0 ? Math.min(...due) : null;
  },
  tick: (state, { now }) => {
    const over = openSessions(state).filter(open => endsAt(open) <= now);
    const sealed = reopenable(state).filter(({ closedAt }) => closedAt + limits.reopening <= now);
    const ended = new Set(over.map(({ session }) => session));
    const given = seatsLost(state).filter(
      ({ session, lostAt }) => lostAt + limits.heldPlace <= now && !ended.has(session),
    );
    return [
      ...given.map(({ session, person }) => leaving(session, person, 'connection')),
      ...over.flatMap(closing),
      ...sealed.map(({ session }) => ({ kind: 'sessions.sealed' as const, data: { session } })),
    ];
  },
  outcome: state =>
    Object.values(state).flatMap(session =>
      session.status === 'closed'
        ? [
            {
              session: session.session,
              title: session.plan.title,
              openedAt: session.openedAt,
              minutes: Math.round((session.closedAt - session.openedAt) / 60_000),
              people: Object.keys(session.attendance).length,
            },
          ]
        : [],
    ),
});

export type SessionsOwn = {
  /** The open sessions that have sent this person out: where expelled they may ask to come back, where barred they may not. */
  sentOut: { readonly [session: SessionId]: 'expelled' | 'barred' };
  /** The closed sessions that this person took part in. */
  attended: readonly SessionId[];
};

const seatsLost = (state: Sessions) =>
  openSessions(state).flatMap(({ session, seats }) =>
    Object.entries(seats).flatMap(([person, { lostAt }]) => (lostAt === null ? [] : [{ session, person, lostAt }])),
  );
