import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import {
  type BoardOwn,
  type Boards,
  type BoardView,
  boardIn,
  type DotResult,
  type DotVote,
  type RoomBoard,
  type RoomBoardView,
  type Round,
  writersOf,
} from './board.state.ts';
import type { ThingId } from './scene/thing.ts';

/** What somebody sees of the boards: hosts of every room, everybody else of the room they are in. */
export function viewOf(state: Boards, audience: Audience): BoardView {
  const rooms = isHost(audience.role) ? Object.keys(state) : roomsOf(audience).filter(room => state[room]);
  return Object.fromEntries(rooms.filter(room => !isLobby(room)).map(room => [room, shown(boardIn(state, room))]));
}

const known = new WeakMap<RoomBoard, RoomBoardView>();

/** The same object for the same board, so that what is unchanged is recognised. */
function shown(board: RoomBoard): RoomBoardView {
  const { onStage, locked, round, vote, timer, writtenAt } = board;
  const view = known.get(board) ?? {
    ...{ onStage, locked, timer, writtenAt },
    round: round && shownRound(round),
    vote: vote && shownVote(vote),
  };
  known.set(board, view);
  return view;
}

function shownRound(one: Round): RoomBoardView['round'] {
  const { round, status, names, frame, until } = one;
  return status === 'ended' ? null : { ...{ round, status, names, frame, until }, writing: writersOf(one) };
}

function shownVote(one: DotVote): NonNullable<RoomBoardView['vote']> {
  const { vote, status, frame, dots, most, until, ballots } = one;
  const voted = Object.keys(ballots).length;
  const about = { vote, frame, dots, most, until, voted };
  return status === 'open' ? { ...about, status } : { ...about, status, result: resultOf(one) };
}

/** What one person alone sees in the room they are in. */
export function ownIn(state: Boards, person: PersonId, room: RoomId | null): BoardOwn {
  const { round, vote } = boardIn(state, room ?? '');
  const own = Object.values(round?.jots ?? {}).filter(jot => jot.person === person);
  return { jots: own.map(({ person: _, ...jot }) => jot), dots: vote?.ballots[person]?.on ?? {} };
}

/** How many dots each thing has, of how many people, and of which groups that are large enough to be told apart. */
export function resultOf({ ballots }: DotVote): { readonly [thing: ThingId]: DotResult } {
  const groupOf = groupsOf(Object.values(ballots).map(({ cluster }) => cluster ?? ''));
  const results: { [thing: ThingId]: DotResult } = {};
  for (const { cluster, on } of Object.values(ballots)) {
    const group = groupOf(cluster ?? '');
    for (const [thing, dots] of Object.entries(on)) {
      const before = results[thing] ?? { dots: 0, people: 0, clusters: {} };
      const clusters = group === null ? {} : { ...before.clusters, [group]: (before.clusters[group] ?? 0) + dots };
      results[thing] = { dots: before.dots + dots, people: before.people + 1, clusters };
    }
  }
  return results;
}

/**
 * Under which name each cluster is told: its own, or `''` for those that are put together because few voted in them, with as many more,
 * the smallest first, as it takes for these not to be few themselves. Null when then only one group is left: nothing is told apart.
 */
export function groupsOf(voters: readonly string[]): (cluster: string) => string | null {
  const sizes = new Map<string, number>();
  for (const cluster of voters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const bySize = [...sizes].sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1));
  const together = new Set<string>();
  let count = 0;
  for (const [cluster, size] of bySize) {
    const isFew = size < limits.smallestCell || cluster === '';
    const completes = count > 0 && count < limits.smallestCell;
    if (!isFew && !completes) continue;
    together.add(cluster);
    count += size;
  }
  const isOne = sizes.size - together.size + (count > 0 ? 1 : 0) <= 1 || (count > 0 && count < limits.smallestCell);
  return cluster => (isOne ? null : together.has(cluster) ? '' : cluster);
}
