import type { RuleContext } from '../../kernel/context.ts';
import { lobbyOf, type PersonId, type SessionId } from '../../kernel/ids.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { appoint, enter, expel, hand, leaving, turn } from './sessions.door.ts';
import { address, listen, watch } from './sessions.hearing.ts';
import type { facts, messages, refusals, SessionInput } from './sessions.messages.ts';
import { type OpenSession, openSession, openSessions, placeOf, type Sessions } from './sessions.state.ts';

type SessionFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** What each command of the sessions leads to; the laws stand above the rules. */
export const decide: Deciders<Sessions, typeof messages, SessionFact, Refusal> = {
  plan,
  edit(state, input) {
    const found = state[input.session];
    if (!found) return refuse('sessions.unknown');
    return found.status === 'planned' || found.status === 'open'
      ? accept({ kind: 'sessions.edited', data: input })
      : refuse('sessions.not-planned');
  },
  cancel: (state, { session }) => inStatus(state, session, 'planned', 'sessions.not-planned', 'sessions.cancelled'),
  restore: (state, { session }) => inStatus(state, session, 'cancelled', 'sessions.not-cancelled', 'sessions.restored'),
  open(state, input) {
    const found = state[input.session];
    if (!found) return refuse('sessions.unknown');
    if (found.status === 'open') return refuse('sessions.already-open');
    if (found.status !== 'planned') return refuse('sessions.not-planned');
    return openSessions(state).length > 0
      ? refuse('sessions.another-open')
      : accept({ kind: 'sessions.opened', data: input });
  },
  enter: (state, { session }, context) => enter(state, session, context),
  admit: (state, input) => admit(state, input.session, input.people),
  leave: (state, _, { actor }) =>
    actor === 'engine' ? refuse('sessions.not-here') : leave(state, actor.person, 'own-wish'),
  countdown(state, { session }, { now }) {
    const open = openSession(state, session);
    if (!open) return refuse('sessions.not-open');
    const closesAt = now + limits.closing;
    return open.closesAt === null ? accept({ kind: 'sessions.closing', data: { session, closesAt } }) : accept();
  },
  stay(state, { session }) {
    const open = openSession(state, session);
    if (!open) return refuse('sessions.not-open');
    return open.closesAt === null ? accept() : accept({ kind: 'sessions.staying', data: { session } });
  },
  reopen,
  close(state, input) {
    const open = openSession(state, input.session);
    return open ? accept(...closing(open)) : refuse('sessions.not-open');
  },
  lock: (state, { session }) => turn(state, session, 'locked'),
  unlock: (state, { session }) => turn(state, session, 'unlocked'),
  expel,
  readmit(state, input) {
    const open = openSession(state, input.session);
    if (!open) return refuse('sessions.not-open');
    return open.sentOut[input.person] ? accept({ kind: 'sessions.unbarred', data: input }) : accept();
  },
  appoint,
  hand,
  watch,
  listen,
  address,
  lose: (state, { person }) => connection(state, person, 'sessions.lost'),
  regain: (state, { person }) => connection(state, person, 'sessions.regained'),
};

/** Everybody leaves, then it is closed. */
export const closing = ({ session, seats }: OpenSession): SessionFact[] => [
  ...Object.keys(seats).map(person => leaving(session, person, 'closed')),
  { kind: 'sessions.closed', data: { session } },
];

function reopen(
  state: Sessions,
  { session }: { session: SessionId },
  { now }: RuleContext,
): Decision<SessionFact, Refusal> {
  const found = state[session];
  if (!found) return refuse('sessions.unknown');
  if (found.status !== 'closed') return refuse('sessions.not-closed');
  if (found.resumes === null || endsAt(found) <= now || found.closedAt + limits.reopening <= now)
    return refuse('sessions.too-late');
  return openSessions(state).length > 0
    ? refuse('sessions.another-open')
    : accept({ kind: 'sessions.reopened', data: { session } });
}

/** When an open session ends, if nobody closes it at once. */
export const endsAt = ({ openedAt, closesAt }: { openedAt: number; closesAt?: number | null }): number =>
  Math.min(openedAt + limits.sessionLength, closesAt ?? Number.POSITIVE_INFINITY);

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
