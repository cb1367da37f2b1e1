import { type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { FactOf } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts } from './board.messages.ts';
import type { Boards, RoomBoard, Round } from './board.state.ts';

type BoardFact = FactOf<typeof facts>;

/** Reveals what was written; of nothing there is nothing to show. */
export function revealing(room: RoomId, { round, names, jots }: Round): BoardFact {
  const writers = [...new Set(Object.values(jots).map(({ person }) => person))];
  if (writers.length === 0) return { kind: 'board.discarded', data: { room } };
  return { kind: 'board.revealed', data: { room, round, people: names === 'shown' ? writers : [] } };
}

/** What of a board ends at which instant (ms since the epoch), and the fact of it. */
function endsOf(room: RoomId, { round, vote, timer }: RoomBoard): { at: number; fact: BoardFact }[] {
  const ends: { at: number | null; fact: BoardFact }[] = [];
  if (round?.status === 'writing') ends.push({ at: round.until, fact: revealing(room, round) });
  if (vote?.status === 'open') ends.push({ at: vote.until, fact: { kind: 'board.counted', data: { room } } });
  if (timer !== null)
    ends.push({ at: timer + limits.boardTimerStands, fact: { kind: 'board.timed', data: { room, until: null } } });
  return ends.flatMap(({ at, fact }) => (at === null ? [] : [{ at, fact }]));
}

const allEnds = (state: Boards) => Object.entries(state).flatMap(([room, one]) => endsOf(room, one));

/** The next instant at which something of a board ends; null for none. */
export function nextEnd(state: Boards): number | null {
  const instants = allEnds(state).map(({ at }) => at);
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** What has ended by now. */
export const due = (state: Boards, now: number): BoardFact[] =>
  allEnds(state).flatMap(({ at, fact }) => (at <= now ? [fact] : []));

/** What the end of a session's rooms means for their boards, where something still goes on there. */
export function closing(state: Boards, session: SessionId, isOpen: (room: RoomId) => boolean): BoardFact[] {
  return Object.entries(state).flatMap(([room, { round, vote, timer }]) => {
    const goesOn = (round && round.status !== 'revealed') || vote?.status === 'open' || timer !== null;
    return goesOn && sessionOf(room) === session && !isOpen(room)
      ? [{ kind: 'board.closed' as const, data: { room } }]
      : [];
  });
}
