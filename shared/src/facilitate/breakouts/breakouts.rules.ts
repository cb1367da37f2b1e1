import type { RuleContext } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { RoomRole } from '../../kernel/messages.ts';
import { defineSlice, type FactOf } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { decide } from './breakouts.decide.ts';
import { evolve } from './breakouts.evolve.ts';
import { facts, messages, refusals } from './breakouts.messages.ts';
import { parts } from './breakouts.parts.ts';
import { type Breakouts, liveIn } from './breakouts.state.ts';
import { type BreakoutsOwn, ownOf, viewOf } from './breakouts.view.ts';
import { lateRoomFor, sizesOf } from './late.ts';
import { leaving } from './live.decide.ts';
import { usualRotation } from './rotation/settings.ts';

/**
 * Rooms beside the plenary: people are dealt to them in advance, sent there together, moved one by one, and brought back.
 *
 * [B1] A person is in one room of a grouping at most, and only in one that exists there.
 * [B2] Undo takes back one change of who goes where, redo does it again; together they change nothing.
 * [B3] A room belongs to one grouping: opened again, it has what was kept in it.
 * [B4] One grouping of a session is open at a time; opening another one takes people there from where they are.
 * [B5] Everybody who is sent knows it five seconds before they go, unless a host skips that.
 * [B6] Once breakouts are closed, nobody sits in one: all are back in the plenary, or have left.
 * [B7] Who comes while breakouts are open goes where they belong, or where the grouping's rule for latecomers says.
 * [B8] People who are not hosts go by themselves to their own room alone, to the plenary where that is allowed, and to any room with a free seat where they choose.
 * [B9] Groupings and what is prepared are seen by hosts alone until people are in the room.
 * [B10] What one room is told, asks and brings back is seen by nobody outside it but hosts, until hosts show it to the plenary.
 * [B11] Only hosts and the person themselves know where they are sent.
 * [B12] The time that is left is the same for all rooms; shortened, it leaves half a minute.
 * [B13] A result is changed by its author, the room's note-taker and hosts.
 * [B14] Once breakouts are closed, the plenary sees what their rooms bring back, until hosts put it away.
 */
export const breakouts = defineSlice<Breakouts>()({
  name: 'breakouts',
  messages,
  facts,
  refusals,
  initial: { groupings: {}, live: {}, harvests: {}, rotation: usualRotation },
  stateVersion: 1,
  factVersion: 1,
  parts,
  decide,
  evolve,
  view: viewOf,
  own: (state, person): BreakoutsOwn => ownOf(state, person),
  concerns: ({ kind, data }) => {
    if (kind === 'breakouts.opened' || kind === 'breakouts.closed') return 'everybody';
    if (kind === 'breakouts.sent' || kind === 'breakouts.went') return data.people.map(({ person }) => person);
    return 'person' in data && data.person !== null ? [data.person] : [];
  },
  urgent: [
    'breakouts.opened',
    'breakouts.sent',
    'breakouts.went',
    'breakouts.entered',
    'breakouts.timed',
    'breakouts.closing',
    'breakouts.stayed',
    'breakouts.closed',
    'breakouts.help-asked',
    'breakouts.broadcasted',
  ],
  deadline: ({ live }) => {
    const due = Object.values(live).flatMap(({ movesAt, endsAt, sent }) => [
      movesAt ?? Number.POSITIVE_INFINITY,
      endsAt ?? Number.POSITIVE_INFINITY,
      ...Object.values(sent).map(({ at }) => at),
    ]);
    const first = Math.min(...due);
    return Number.isFinite(first) ? first : null;
  },
  tick: (state, { now }) =>
    Object.keys(state.live).flatMap(session => {
      const live = liveIn(state, session);
      if (!live) return [];
      if (live.endsAt !== null && live.endsAt <= now) return [{ kind: 'breakouts.closed' as const, data: { session } }];
      return leaving(live, now);
    }),
  follow: {
    'sessions.entered': (state, { data: { session, person, room } }, context) =>
      isLobby(room) ? [] : arriving(state, session, person, context),
    'sessions.admitted': (state, { data: { session, person } }, context) => arriving(state, session, person, context),
    'sessions.appointed': (state, { data: { room, person, role } }) =>
      role ? appointed(state, room, person, role) : [],
    'sessions.closed': (state, { data: { session } }) =>
      state.live[session] ? [{ kind: 'breakouts.closed', data: { session } }] : [],
  },
  outcome: ({ groupings }) =>
    Object.values(groupings)
      .filter(({ runs }) => runs.length > 0)
      .map(({ grouping, session, title, way, rooms }) => ({
        ...{ grouping, session, title, way },
        rooms: rooms.map(({ room, names, mark, cluster, results }) => ({
          ...{ room, names, mark, cluster },
          results: results.map(({ result, text, by }) => ({ result, text, by })),
        })),
      })),
});

type BreakoutsFact = FactOf<typeof facts>;

/** Somebody was given a role in a room that is open: the grouping knows it, so that the room has it when it is opened again. */
function appointed({ groupings, live }: Breakouts, room: RoomId, person: PersonId, role: RoomRole): BreakoutsFact[] {
  const found = groupings[live[sessionOf(room)]?.grouping ?? ''];
  const before = found?.rooms.find(one => one.room === room)?.roles[role];
  const isKnown = !found?.rooms.some(one => one.room === room) || before === person;
  if (!found || isKnown) return [];
  const data = { grouping: found.grouping, room, role, person, session: null, before: before ?? null };
  return [{ kind: 'breakouts.appointed', data }];
}

/** Somebody comes into a session whose breakouts are open ([B7]): they are told where they go, as everybody is ([B5]). */
function arriving(state: Breakouts, session: SessionId, person: PersonId, context: RuleContext): BreakoutsFact[] {
  const live = liveIn(state, session);
  if (!live || live.sent[person]) return [];
  const own = live.places[person];
  const room = own ?? lateRoomFor(live.of, person, sizesOf(live.places), context);
  if (!room) return [];
  const at = live.movesAt ?? context.now + limits.noticeOfMove;
  return [{ kind: 'breakouts.sent', data: { session, people: [{ person, room }], at, why: own ? 'back' : 'late' } }];
}
