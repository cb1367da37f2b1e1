import { type PersonId, plenaryOf, type RoomId, type SessionId } from '../../kernel/ids.ts';
import type { RoomRole } from '../../kernel/messages.ts';
import type { Names } from '../../names.ts';
import type { LateRule, Reason, Way } from './breakouts.messages.ts';
import type { Material, Prepared } from './prepared.ts';
import type { RotationSettings } from './rotation/settings.ts';

/** What a room brings back to the plenary: one thing each. */
export type Result = { result: string; text: string; by: PersonId; at: number };

/** `mark` numbers the colour and shape, as those of clusters; a room keeps its own for as long as it exists. */
export type Breakout = {
  room: RoomId;
  names: Names;
  mark: number;
  /** The cluster that meets here; null for any other room. */
  cluster: string | null;
  roles: { readonly [Role in RoomRole]?: PersonId };
  prepared: Prepared;
  results: readonly Result[];
};

export type Places = { readonly [person: PersonId]: RoomId };

/** What takes a change of places back: where these people were; null for no room. */
export type Step = { readonly [person: PersonId]: RoomId | null };

/** One saved way of dealing people to rooms in a session. */
export type Grouping = {
  grouping: string;
  session: SessionId;
  title: string;
  way: Way;
  round: number | null;
  rooms: readonly Breakout[];
  places: Places;
  minutes: number | null;
  late: LateRule;
  plenary: 'open' | 'closed';
  seats: number | null;
  /** For every room. */
  prepared: Prepared;
  madeAt: number;
  status: 'kept' | 'discarded';
  /** When it was open. */
  runs: readonly { openedAt: number; closedAt: number }[];
  past: readonly Step[];
  future: readonly Step[];
};

/** Somebody is told where they go, why, and when (ms since the epoch). */
export type Sent = { room: RoomId; at: number; why: Reason };

/** Text, material or both from a host, until each reader dismisses it. */
export type Broadcast = {
  broadcast: string;
  rooms: 'all' | readonly RoomId[];
  text: string;
  material: readonly Material[];
  by: PersonId;
  at: number;
};

/** The grouping that is open in a session now. */
export type Live = {
  session: SessionId;
  grouping: string;
  openedAt: number;
  /** When people go to their rooms; null once they have gone. */
  movesAt: number | null;
  endsAt: number | null;
  /** While it is being closed, when it would have ended otherwise. */
  closing: { before: number | null } | null;
  /** The breakouts that are open. */
  rooms: readonly RoomId[];
  /** Where people belong: where they were dealt, moved, or went by themselves. */
  places: Places;
  sent: { readonly [person: PersonId]: Sent };
  /** Who wants to be somewhere else; a `wish` of null leaves the room to the host. */
  asks: { readonly [person: PersonId]: { wish: RoomId | null; text: string; at: number } };
  help: { readonly [room: RoomId]: { person: PersonId; text: string; at: number } };
  /** Hosts who visit a room, and where they came from. */
  guests: { readonly [person: PersonId]: RoomId };
  broadcasts: readonly Broadcast[];
};

export type Breakouts = {
  groupings: { readonly [grouping: string]: Grouping };
  live: { readonly [session: SessionId]: Live };
  /** What the plenary of a session looks at: the results of a grouping, and of which of its rooms. */
  harvests: { readonly [session: SessionId]: { grouping: string; room: RoomId | null } };
  /** What a rotation was asked for last. */
  rotation: RotationSettings;
};

/** A grouping that is not discarded; null otherwise. */
export const keptGrouping = ({ groupings }: Pick<Breakouts, 'groupings'>, id: string): Grouping | null => {
  const found = groupings[id];
  return found?.status === 'kept' ? found : null;
};

/** The breakouts that are open in a session, with their grouping; null while none are. */
export const liveIn = (state: Breakouts, session: SessionId): (Live & { of: Grouping }) | null => {
  const live = state.live[session];
  const of = live && state.groupings[live.grouping];
  return of ? { ...live, of } : null;
};

/** True for a room that people can be sent to now: one of the grouping that is open, or the plenary. */
export const canBeSentTo = ({ session, of }: { session: SessionId; of: Grouping }, room: RoomId): boolean =>
  room === plenaryOf(session) || hasRoom(of, room);

export const hasRoom = ({ rooms }: Pick<Grouping, 'rooms'>, room: RoomId): boolean =>
  rooms.some(one => one.room === room);

/** The people of each room, where they stand in one list, room after room. */
export function dealtTo(
  rooms: readonly { room: RoomId }[],
  sizes: readonly number[],
  people: readonly PersonId[],
): Places {
  let from = 0;
  const placed = rooms.flatMap(({ room }, at) => {
    const some = people.slice(from, from + (sizes[at] ?? 0));
    from += sizes[at] ?? 0;
    return some.map(person => [person, room] as const);
  });
  return Object.fromEntries(placed);
}
