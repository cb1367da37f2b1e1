import { isHost, type RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import type { Role } from '../../kernel/messages.ts';
import { accept, type Deciders, type FactOf, refuse } from '../../kernel/slice.ts';
import type { facts, messages, refusals, Stratum } from './exchange.messages.ts';
import { type Exchange, exchangeIn, isMeasured, roomIn } from './exchange.state.ts';
import { mayInvite, nudgeIn } from './nudges.ts';

type ExchangeFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

export const decide: Deciders<Exchange, typeof messages, ExchangeFact, Refusal> = {
  record(state, { room, to, runs }, context) {
    if (!isMeasured(state, sessionOf(room))) return refuse('exchange.off');
    if (isLobby(room) || !context.isOpenRoom(room)) return refuse('exchange.not-here');
    if (to > context.now) return refuse('exchange.not-yet');
    const { speech } = roomIn(state, room);
    const told = runs.flatMap(({ person, from, to: until }) => {
      const as = stratumOf(context.roleIn(person, room));
      const run = { person, from: Math.max(from, speech.knownTo), to: Math.min(until, to) };
      return as && run.from < run.to ? [{ ...run, as }] : [];
    });
    const isNews = told.length > 0 || Object.keys(speech.going).length > 0;
    return isNews && to > speech.knownTo
      ? accept({ kind: 'exchange.spoken', data: { room, to, runs: told } })
      : accept();
  },

  rule(state, input, context) {
    const { session, figures, nudges } = input;
    if (!context.isRoom(`${session}/plenary`)) return refuse('exchange.not-here');
    const before = exchangeIn(state, session).rule;
    if (before.figures === figures && before.nudges === nudges) return accept();
    const isBegun = before.figures === 'off' && figures === 'on';
    const seats = isBegun ? context.seatsIn(session) : [];
    return accept<ExchangeFact>(
      { kind: 'exchange.ruled', data: input },
      ...seats.flatMap(({ person, room }) => seatFact(person, room, context)),
    );
  },

  invite(state, { room, person }, { now }) {
    const session = exchangeIn(state, sessionOf(room));
    if (session.rule.figures === 'off' || session.rule.nudges === 'off') return refuse('exchange.off');
    const place = session.places[person];
    if (place?.room !== room || place.as !== 'voice') return refuse('exchange.not-here');
    return mayInvite(session, person, now) ? accept(nudgeIn(room, person, 'invited')) : refuse('exchange.asked');
  },

  dismiss(state, input) {
    const { session, person, nudge } = input;
    const status = exchangeIn(state, session).nudges[person]?.[nudge]?.status;
    return status === 'shown' ? accept({ kind: 'exchange.dismissed', data: input }) : accept();
  },
};

/** What somebody counts as in a room by their role there; null for interpreters and observers, who do not speak for themselves. */
export function stratumOf(role: Role | null): Stratum | null {
  if (isHost(role)) return 'host';
  return role === 'participant' || role === 'note-taker' ? 'voice' : null;
}

/** The fact that somebody is in a room from now on; none for who does not count there. */
export function seatFact(
  person: PersonId,
  room: RoomId,
  { roleIn, groupsOf }: Pick<RuleContext, 'roleIn' | 'groupsOf'>,
): Extract<ExchangeFact, { kind: 'exchange.seated' }>[] {
  const as = isLobby(room) ? null : stratumOf(roleIn(person, room));
  const session = sessionOf(room);
  return as ? [{ kind: 'exchange.seated', data: { session, person, at: { room, as, of: groupsOf(person) } } }] : [];
}
