import { isHost } from '../../kernel/context.ts';
import { lobbyOf, type PersonId, type SessionId } from '../../kernel/ids.ts';
import { accept, type Decision, defineSlice, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { appoint, enter, expel, leaving, turn, watch } from './sessions.door.ts';
import { evolve } from './sessions.evolve.ts';
import { facts, messages, refusals, type SessionInput } from './sessions.messages.ts';
import { type OpenSession, openSession, openSessions, placeOf, type Sessions, watchesOf } from './sessions.state.ts';
import { viewOf } from './sessions.view.ts';

/**
 * The live meetings of a dialogue: planned, opened, entered through a lobby, closed.
 *
 * [M1] A session id is used once; only a planned session opens, only an open one closes, and it opens once.
 * [M2] One session of a dialogue is open at a time.
 * [M3] A person sits in at most one room.
 * [M4] Where admission is by lobby, nobody but a host reaches the plenary without being admitted.
 * [M5] Who was admitted comes back to the plenary without asking again.
 * [M6] A place is held for 120 s after the connection is lost, then given up.
 * [M7] Closing a session empties it: nobody sits in a closed session.
 * [M8] Attendance counts time in rooms, and never the lobby.
 * [M9] Who is removed from the dialogue leaves their room with the same transaction.
 * [M10] A session that nobody closes ends by itself after twelve hours.
 * [M11] A locked session takes no newcomers: only hosts, those once admitted, and those who already wait and are admitted.
 * [M12] Hosts send people out, never themselves; a facilitator sends out no host.
 * [M13] Who was sent out needs a new admission; who is barred does not come back until a host readmits them, as one admitted.
 * [M14] Who was sent out is known to hosts and to themselves only: nothing that others see depends on it while they are away.
 * [M15] Who is no host sees who sits in their own room, which hosts watch it, who holds a role in which room, and how many are inside; of a closed session, how many took part.
 * [M16] A host gives somebody of the dialogue a role in one room for as long as the session is open, and takes it back; it reaches no other room.
 * [M17] A host who sits in a session may watch its other rooms; a room sees which hosts watch it.
 */
export const sessions = defineSlice<Sessions>()({
  name: 'sessions',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 2,
  factVersion: 1,
  decide(state, command, context): Decision<SessionFact, Refusal> {
    switch (command.name) {
      case 'plan':
        return plan(state, command.input);
      case 'edit': {
        const found = state[command.input.session];
        if (!found) return refuse('sessions.unknown');
        return found.status === 'planned' || found.status === 'open'
          ? accept({ kind: 'sessions.edited', data: command.input })
          : refuse('sessions.not-planned');
      }
      case 'cancel':
        return inStatus(state, command.input.session, 'planned', 'sessions.not-planned', 'sessions.cancelled');
      case 'restore':
        return inStatus(state, command.input.session, 'cancelled', 'sessions.not-cancelled', 'sessions.restored');
      case 'open': {
        const found = state[command.input.session];
        if (!found) return refuse('sessions.unknown');
        if (found.status === 'open') return refuse('sessions.already-open');
        if (found.status !== 'planned') return refuse('sessions.not-planned');
        if (openSessions(state).length > 0) return refuse('sessions.another-open');
        return accept({ kind: 'sessions.opened', data: command.input });
      }
      case 'enter':
        return enter(state, command.input.session, context);
      case 'admit':
        return admit(state, command.input.session, command.input.people);
      case 'leave':
        return context.actor === 'engine'
          ? refuse('sessions.not-here')
          : leave(state, context.actor.person, 'own-wish');
      case 'close': {
        const open = openSession(state, command.input.session);
        if (!open) return refuse('sessions.not-open');
        return accept(...closing(open));
      }
      case 'lock':
        return turn(state, command.input.session, 'locked');
      case 'unlock':
        return turn(state, command.input.session, 'unlocked');
      case 'expel':
        return expel(state, command.input, context);
      case 'readmit': {
        const open = openSession(state, command.input.session);
        if (!open) return refuse('sessions.not-open');
        return open.sentOut[command.input.person]
          ? accept({ kind: 'sessions.unbarred', data: command.input })
          : accept();
      }
      case 'appoint':
        return appoint(state, command.input, context);
      case 'watch':
        return watch(state, command.input, context);
      case 'lose':
        return connection(state, command.input.person, 'sessions.lost');
      case 'regain':
        return connection(state, command.input.person, 'sessions.regained');
    }
  },
  evolve,
  view: viewOf,
  own: (state, person): SessionsOwn => ({
    sentOut: Object.fromEntries(
      openSessions(state).flatMap(({ session, sentOut }) => (sentOut[person] ? [[session, sentOut[person]]] : [])),
    ),
  }),
  // Opening and closing a session change it for all who were sent out.
  concerns: ({ data }) => ('person' in data ? [data.person] : 'everybody'),
  follow: {
    'people.removed': (state, { data: { person } }) => {
      const place = placeOf(state, person);
      return place ? [leaving(place.session, person, 'removed')] : [];
    },
    'people.edited': (state, { data: { person } }, { roleOf }) => {
      const place = placeOf(state, person);
      // Somebody who is no host any more stops watching rooms.
      if (!place || isHost(roleOf(person))) return [];
      return watchesOf(state, person).map(room => ({
        kind: 'sessions.watched',
        data: { session: place.session, person, room, on: false },
      }));
    },
  },
  urgent: [
    'sessions.opened',
    'sessions.admitted',
    'sessions.locked',
    'sessions.closed',
    'sessions.appointed',
    'sessions.watched',
  ],
  gathered: ['sessions.entered', 'sessions.left', 'sessions.lost', 'sessions.regained'],
  deadline: state => {
    const due = [
      ...seatsLost(state).map(({ lostAt }) => lostAt + limits.heldPlace),
      ...openSessions(state).map(({ openedAt }) => openedAt + limits.sessionLength),
    ];
    return due.length > 0 ? Math.min(...due) : null;
  },
  tick: (state, { now }) => {
    const over = openSessions(state).filter(({ openedAt }) => openedAt + limits.sessionLength <= now);
    const ended = new Set(over.map(({ session }) => session));
    const given = seatsLost(state).filter(
      ({ session, lostAt }) => lostAt + limits.heldPlace <= now && !ended.has(session),
    );
    return [...given.map(({ session, person }) => leaving(session, person, 'connection')), ...over.flatMap(closing)];
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

/** The open sessions that have sent this person out: where expelled they may ask to come back, where barred they may not. */
export type SessionsOwn = { sentOut: { readonly [session: SessionId]: 'expelled' | 'barred' } };

type SessionFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** Everybody leaves, then it is closed. */
const closing = ({ session, seats }: OpenSession): SessionFact[] => [
  ...Object.keys(seats).map(person => leaving(session, person, 'closed')),
  { kind: 'sessions.closed', data: { session } },
];

function plan(state: Sessions, input: SessionInput): Decision<SessionFact, Refusal> {
  if (state[input.session]) return refuse('sessions.taken');
  if (Object.keys(state).length >= limits.sessionsPerDialogue) return refuse('sessions.full');
  return accept({ kind: 'sessions.planned', data: input });
}

function inStatus(
  state: Sessions,
  session: SessionId,
  status: 'planned' | 'cancelled',
  otherwise: Refusal,
  kind: 'sessions.cancelled' | 'sessions.restored',
): Decision<SessionFact, Refusal> {
  const found = state[session];
  if (!found) return refuse('sessions.unknown');
  return found.status === status ? accept({ kind, data: { session } }) : refuse(otherwise);
}

function admit(
  state: Sessions,
  session: SessionId,
  wanted: 'all' | readonly PersonId[],
): Decision<SessionFact, Refusal> {
  const open = openSession(state, session);
  if (!open) return refuse('sessions.not-open');
  const waiting = waitingIn(open);
  const chosen = wanted === 'all' ? waiting : [...new Set(wanted)];
  // Somebody whom another host admitted a moment ago is no error; somebody who left the lobby is.
  const admitted = chosen.filter(person => waiting.includes(person));
  if (wanted !== 'all' && !chosen.every(person => waiting.includes(person) || open.admitted[person]))
    return refuse('sessions.not-in-lobby');
  return accept(...admitted.map(person => ({ kind: 'sessions.admitted' as const, data: { session, person } })));
}

/** Who waits in the lobby, in the order of their coming. */
export const waitingIn = ({ session, seats }: Pick<OpenSession, 'session' | 'seats'>): PersonId[] =>
  Object.entries(seats)
    .filter(([, { room }]) => room === lobbyOf(session))
    .sort(([, a], [, b]) => a.since - b.since)
    .map(([person]) => person);

function leave(state: Sessions, person: PersonId, reason: 'own-wish'): Decision<SessionFact, Refusal> {
  const place = placeOf(state, person);
  return place ? accept<SessionFact>(leaving(place.session, person, reason)) : refuse('sessions.not-here');
}

function connection(
  state: Sessions,
  person: PersonId,
  kind: 'sessions.lost' | 'sessions.regained',
): Decision<SessionFact, Refusal> {
  const place = placeOf(state, person);
  const seat = place && openSession(state, place.session)?.seats[person];
  if (!place || !seat || (kind === 'sessions.lost') === (seat.lostAt !== null)) return accept();
  return accept({ kind, data: { session: place.session, person } });
}

const seatsLost = (state: Sessions) =>
  openSessions(state).flatMap(({ session, seats }) =>
    Object.entries(seats).flatMap(([person, { lostAt }]) => (lostAt === null ? [] : [{ session, person, lostAt }])),
  );
