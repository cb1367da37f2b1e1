import { type Audience, roomsOf } from '../../kernel/context.ts';
import { type PersonId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import { orderOf } from './floor.order.ts';
import {
  type Ask,
  type Floor,
  floorOf,
  type RoomFloor,
  type Round,
  type Rule,
  roomOf,
  type SessionFloor,
  type Turn,
} from './floor.state.ts';

/** Somebody who waits, in the order in which they are served; `placed` says that a host has put them there. */
export type ShownAsk = Pick<Ask, 'item' | 'person' | 'as' | 'at' | 'away' | 'placed'>;

/** The floor of a room as everybody in it sees it. */
export type ShownFloor = {
  holder: Turn | null;
  queue: readonly ShownAsk[];
  round: Round | null;
  /** How long a turn takes here, in seconds: the mean of the last ones, before there are any what one may take. */
  usual: number;
};

export type FloorView = {
  /** How the session gives the floor, for the sessions that have said so. */
  rules: { readonly [session: SessionId]: Rule };
  rooms: { readonly [room: string]: ShownFloor };
};

/** What an audience sees: the floor of every room that it sees into. Nobody's speaking time is in it. */
export const viewOf = (state: Floor, audience: Audience): FloorView => ({
  rules: Object.fromEntries(Object.entries(state).map(([session, { rule }]) => [session, rule])),
  rooms: Object.fromEntries(
    roomsOf(audience).map(room => {
      const session = floorOf(state, sessionOf(room));
      return [room, shown(session, roomOf(session, room))];
    }),
  ),
});

function shown({ spoken, rule }: SessionFloor, { queue, holder, round, last, lengths }: RoomFloor): ShownFloor {
  const order = orderOf(queue, { spoken, policy: rule.policy, last });
  return { holder, queue: order, round, usual: usualOf(lengths, rule.cap) };
}

/** Before anybody has spoken, a turn is expected to take as long as it may. */
function usualOf(lengths: readonly number[], cap: number | null): number {
  if (lengths.length === 0) return cap ?? limits.usualTurn;
  return Math.max(1, Math.round(lengths.reduce((sum, one) => sum + one, 0) / lengths.length / 1_000));
}

/** For each room of a session in which somebody waits or speaks: who speaks, and how many wait. */
export type FloorCounts = { readonly [room: string]: { holder: PersonId | null; waiting: number } };

export const countsIn = (state: Floor, session: SessionId): FloorCounts =>
  Object.fromEntries(
    Object.entries(floorOf(state, session).rooms)
      .filter(([, { queue, holder }]) => queue.length > 0 || holder)
      .map(([room, { queue, holder }]) => [room, { holder: holder?.person ?? null, waiting: queue.length }]),
  );
