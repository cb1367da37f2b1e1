import type { Id, PersonId, RoomId, SessionId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { Policy, roundOrders, Way } from './floor.messages.ts';

/** How a session gives the floor; `cap` in seconds. */
export type Rule = {
  policy: Policy;
  cap: number | null;
  atEnd: 'cue' | 'hand-over';
  others: 'free' | 'muted';
};

/** Somebody waits; `at` in ms since the epoch, `away` since when their connection is lost. */
export type Ask = {
  item: Id;
  person: PersonId;
  as: Way;
  at: number;
  away: number | null;
  /** The place that a host has given them, counted from 0; null for the one that the order gives. */
  placed: number | null;
};

/** One use of the floor; `since` in ms since the epoch, `seconds` how long it may last, with what was added. */
export type Turn = {
  turn: number;
  person: PersonId;
  as: Way | 'round' | 'host';
  since: number;
  seconds: number | null;
  away: number | null;
};

/** A round: who is still to come, who is asked once more at its end, and who has had their turn. */
export type Round = {
  round: Id;
  order: (typeof roundOrders)[number];
  seconds: number | null;
  waiting: readonly PersonId[];
  again: readonly PersonId[];
  heard: readonly PersonId[];
  /** `again`: those are asked who have passed or were away; whoever passes now is not asked a third time. */
  stage: 'first' | 'again';
};

/** The floor of one room. */
export type RoomFloor = {
  /** In the order in which they asked. */
  queue: readonly Ask[];
  holder: Turn | null;
  /** How many turns there were. */
  turns: number;
  /** Who spoke last. */
  last: PersonId | null;
  /** How long the last turns took, in ms. */
  lengths: readonly number[];
  round: Round | null;
  /** The place that each person gave up last. */
  left: { readonly [person: PersonId]: Ask };
};

/** What somebody has spoken in a session, in ms: with the floor, and as their voice was heard. */
export type Spoken = { held: number; heard: number; town: string | null; factor: number };

export type SessionFloor = {
  rule: Rule;
  spoken: { readonly [person: PersonId]: Spoken };
  rooms: { readonly [room: RoomId]: RoomFloor };
};

export type Floor = { readonly [session: SessionId]: SessionFloor };

export const usualRule: Rule = { policy: 'municipality', cap: limits.usualTurn, atEnd: 'cue', others: 'free' };

const unused: SessionFloor = { rule: usualRule, spoken: {}, rooms: {} };

const emptyFloor: RoomFloor = {
  queue: [],
  holder: null,
  turns: 0,
  last: null,
  lengths: [],
  round: null,
  left: {},
};

/** The floor of a session; nobody has asked before the first command. */
export const floorOf = (state: Floor, session: SessionId): SessionFloor => state[session] ?? unused;

/** The floor of a room; nobody waits and nobody holds it before the first command. */
export const roomOf = ({ rooms }: SessionFloor, room: RoomId): RoomFloor => rooms[room] ?? emptyFloor;

/** When a turn may end by itself, ms since the epoch; null for one of any length. */
export const endOf = ({ since, seconds }: Pick<Turn, 'since' | 'seconds'>): number | null =>
  seconds === null ? null : since + seconds * 1_000;

/** Everybody whom the floor of a room names. */
export const namedIn = ({ queue, holder, round }: RoomFloor): ReadonlySet<PersonId> =>
  new Set([
    ...queue.map(({ person }) => person),
    ...(holder ? [holder.person] : []),
    ...(round ? [...round.waiting, ...round.again] : []),
  ]);
