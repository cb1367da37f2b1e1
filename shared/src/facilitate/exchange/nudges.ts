import { groupedBy } from '../../kernel/grouped.ts';
import { type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { NudgeKind } from './exchange.messages.ts';
import { roomOf, type SessionExchange } from './exchange.state.ts';
import { spokenSince } from './speech.ts';

/** A nudge that is due at an instant, ms since the epoch. */
export type Due = { person: PersonId; room: RoomId; at: number };

const known = new WeakMap<SessionExchange, readonly Due[]>();

/**
 * When people who are there are to be asked whether they would like to come in: after they have not been heard for long,
 * but not soon after they came, nor soon after another nudge; not while one waits for them, nor once they put one away. The
 * longest quiet come first, so many of a room at a time: where two hundred listen, not all of them are asked at once.
 */
export function silentDue(session: SessionExchange): readonly Due[] {
  const found = known.get(session) ?? dueIn(session);
  known.set(session, found);
  return found;
}

function dueIn(session: SessionExchange): Due[] {
  if (session.rule.nudges === 'off') return [];
  const byRoom = groupedBy(quietIn(session), ({ room }) => room);
  return [...byRoom].flatMap(([room, due]) => {
    const free = freeFrom(session, room);
    const first = due.sort((a, b) => a.at - b.at || (a.person < b.person ? -1 : 1)).slice(0, free.length);
    return first.map((one, at) => ({ ...one, at: Math.max(one.at, free[at] ?? 0) }));
  });
}

/** From when on each of the nudges that a room has at a time may go to somebody, ms since the epoch: one that was not acted on waits ten minutes. */
function freeFrom({ places, nudges }: SessionExchange, id: RoomId): number[] {
  const taken = Object.entries(places).flatMap(([person, { room }]) => {
    const nudge = nudges[person]?.silent;
    return room === id && nudge?.status === 'shown' ? [nudge.at + limits.betweenNudges] : [];
  });
  const all = [...Array.from({ length: limits.nudgesAtOnce }, () => 0), ...taken].sort((a, b) => a - b);
  return all.slice(-limits.nudgesAtOnce);
}

function quietIn(session: SessionExchange): Due[] {
  return Object.entries(session.places).flatMap(([person, { room, as, from }]) => {
    if (as !== 'voice' || !mayNudge(session, person, 'silent')) return [];
    const quietSince = session.heardAt[person] ?? session.cameAt[person] ?? from;
    const at = Math.max(quietSince + limits.longSilence, from + limits.settlingIn, nextNudge(session, person));
    return [{ person, room, at }];
  });
}

/** True when a nudge of this kind makes sense: none waits, and nobody put one away. */
const mayNudge = ({ nudges }: SessionExchange, person: PersonId, kind: NudgeKind): boolean =>
  (nudges[person]?.[kind]?.status ?? 'done') === 'done' && nudges[person]?.invited?.status !== 'shown';

/** The earliest instant at which somebody may be nudged again. */
const nextNudge = ({ nudges }: SessionExchange, person: PersonId): number =>
  Math.max(0, ...Object.values(nudges[person] ?? {}).map(({ at }) => at + limits.betweenNudges));

/** True when a host may ask this person at `now`: they were not asked a short while ago, and have not put an invitation away. */
export const mayInvite = (session: SessionExchange, person: PersonId, now: number): boolean =>
  mayNudge(session, person, 'invited') && nextNudge(session, person) <= now;

/** Who of these people is to be told at `now` that they have spoken for long: without a break, or for much more than an even share of late. */
export function longSpeaking(
  session: SessionExchange,
  room: RoomId,
  people: readonly PersonId[],
  now: number,
): PersonId[] {
  if (session.rule.nudges === 'off') return [];
  return people.filter(
    person =>
      session.places[person]?.as === 'voice' &&
      mayNudge(session, person, 'speaking') &&
      nextNudge(session, person) <= now &&
      speaksLong(session, room, person),
  );
}

function speaksLong(session: SessionExchange, id: RoomId, person: PersonId): boolean {
  const { speech } = roomOf(session, id);
  const going = speech.going[person];
  if (!going) return false;
  if (going.to - going.from > limits.longTurn) return true;
  const here = Object.values(session.places).filter(({ room, as }) => room === id && as === 'voice');
  const since = speech.knownTo - limits.shareWindow;
  const hasLasted = here.some(({ from }) => from <= since);
  if (here.length < limits.fewestForFigures || !hasLasted) return false;
  const recent = spokenSince(speech, since);
  const all = [...recent.values()].reduce((sum, ms) => sum + ms, 0);
  if (all < limits.shareWindow / 2) return false;
  return (recent.get(person) ?? 0) * here.length > limits.evenShares * all;
}

/** The room of a nudge and the session that it counts in. */
export const nudgeIn = (room: RoomId, person: PersonId, nudge: NudgeKind) => ({
  kind: 'exchange.nudged' as const,
  data: { session: sessionOf(room), room, person, nudge },
});
