import type { z } from 'zod';
import { plenaryOf, type RoomId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './breakouts.messages.ts';
import { type Breakouts, type Grouping, hasRoom, keptGrouping } from './breakouts.state.ts';
import { decideLive } from './live.decide.ts';
import type { Prepared } from './prepared.ts';

export type BreakoutsFact = FactOf<typeof facts>;
export type BreakoutsRefusal = (typeof refusals)[number];
type Answer = Decision<BreakoutsFact, BreakoutsRefusal>;
type Input<Name extends keyof typeof messages> = z.infer<(typeof messages)[Name]['input']>;

/** What each command about breakouts leads to; the laws stand above the rules. */
export const decide: Deciders<Breakouts, typeof messages, BreakoutsFact, BreakoutsRefusal> = {
  ...decideLive,
  prepare,
  deal: (state, input) =>
    about(state, input.grouping, grouping => {
      const refusal = wrongDeal(input, grouping.rooms.length);
      return refusal ? refuse(refusal) : accept({ kind: 'breakouts.dealt', data: input });
    }),
  place: (state, input) =>
    about(state, input.grouping, grouping => {
      if (input.room !== null && !hasRoom(grouping, input.room)) return refuse('breakouts.unknown-room');
      const moved = input.people.filter(person => (grouping.places[person] ?? null) !== input.room);
      if (moved.length === 0) return accept();
      return accept({ kind: 'breakouts.placed', data: { ...input, people: [...new Set(moved)] } });
    }),
  undo: (state, input) =>
    about(state, input.grouping, ({ past }) =>
      past.length > 0 ? accept({ kind: 'breakouts.undone', data: input }) : refuse('breakouts.nothing-to-undo'),
    ),
  redo: (state, input) =>
    about(state, input.grouping, ({ future }) =>
      future.length > 0 ? accept({ kind: 'breakouts.redone', data: input }) : refuse('breakouts.nothing-to-undo'),
    ),
  add,
  name: (state, input) => inRoom(state, input, () => accept({ kind: 'breakouts.named', data: input })),
  drop: (state, input) =>
    inRoom(state, input, () =>
      isLive(state, input.grouping) ? refuse('breakouts.is-live') : accept({ kind: 'breakouts.dropped', data: input }),
    ),
  appoint,
  describe: (state, input) => anywhere(state, input, () => accept({ kind: 'breakouts.described', data: input })),
  attach: (state, input) =>
    anywhere(state, input, ({ material }) => {
      if (material.some(({ material: id }) => id === input.material.material)) return refuse('breakouts.taken');
      if (material.length >= limits.materialPerRoom) return refuse('breakouts.full');
      return accept({ kind: 'breakouts.attached', data: input });
    }),
  detach: (state, input) =>
    anywhere(state, input, ({ material }) =>
      material.some(({ material: id }) => id === input.material)
        ? accept({ kind: 'breakouts.detached', data: input })
        : accept(),
    ),
  rule: (state, input) => about(state, input.grouping, () => accept({ kind: 'breakouts.ruled', data: input })),
  title: (state, input) => about(state, input.grouping, () => accept({ kind: 'breakouts.titled', data: input })),
  discard: (state, input) =>
    about(state, input.grouping, () =>
      isLive(state, input.grouping)
        ? refuse('breakouts.is-live')
        : accept({ kind: 'breakouts.discarded', data: input }),
    ),
  recover(state, input) {
    const found = state.groupings[input.grouping];
    if (found?.status !== 'discarded') return refuse('breakouts.unknown');
    return isFull(state, found.session)
      ? refuse('breakouts.full')
      : accept({ kind: 'breakouts.recovered', data: input });
  },
  set: (_, input) => accept({ kind: 'breakouts.set', data: input }),
};

function about(state: Breakouts, id: string, then: (grouping: Grouping) => Answer): Answer {
  const found = keptGrouping(state, id);
  return found ? then(found) : refuse('breakouts.unknown');
}

const inRoom = (
  state: Breakouts,
  { grouping, room }: { grouping: string; room: RoomId },
  then: (grouping: Grouping) => Answer,
): Answer => about(state, grouping, found => (hasRoom(found, room) ? then(found) : refuse('breakouts.unknown-room')));

/** What is prepared for a room, or for all where the room is null. */
const anywhere = (
  state: Breakouts,
  { grouping, room }: { grouping: string; room: RoomId | null },
  then: (prepared: Prepared) => Answer,
): Answer =>
  about(state, grouping, found => {
    if (room === null) return then(found.prepared);
    const own = found.rooms.find(one => one.room === room);
    return own ? then(own.prepared) : refuse('breakouts.unknown-room');
  });

const isLive = (state: Breakouts, grouping: string): boolean =>
  Object.values(state.live).some(live => live.grouping === grouping);

const isFull = ({ groupings }: Breakouts, session: string): boolean =>
  Object.values(groupings).filter(one => one.session === session && one.status === 'kept').length >=
  limits.groupingsPerSession;

function prepare(state: Breakouts, input: Input<'prepare'>): Answer {
  if (state.groupings[input.grouping]) return refuse('breakouts.taken');
  if (isFull(state, input.session)) return refuse('breakouts.full');
  if (!input.rooms.every(({ room }) => isBreakoutOf(room, input.session))) return refuse('breakouts.other-session');
  if (new Set(input.rooms.map(({ room }) => room)).size < input.rooms.length) return refuse('breakouts.twice');
  if (input.rooms.some(({ room }) => isTaken(state, room))) return refuse('breakouts.taken');
  const refusal = wrongDeal(input, input.rooms.length);
  return refusal ? refuse(refusal) : accept({ kind: 'breakouts.prepared', data: input });
}

/** What is wrong with a deal; null when each person is dealt once, to a room that is there. */
function wrongDeal({ sizes, people }: { sizes: number[]; people: string[] }, rooms: number): BreakoutsRefusal | null {
  if (new Set(people).size < people.length) return 'breakouts.twice';
  return sizes.length !== rooms || sizes.reduce((sum, size) => sum + size, 0) !== people.length
    ? 'breakouts.miscounted'
    : null;
}

const isBreakoutOf = (room: RoomId, session: string): boolean =>
  sessionOf(room) === session && room !== plenaryOf(session) && !room.endsWith('/lobby');

/** A room belongs to one grouping, so that what is kept in it is found there again and nowhere else. */
const isTaken = ({ groupings }: Breakouts, room: RoomId): boolean =>
  Object.values(groupings).some(grouping => hasRoom(grouping, room));

function add(state: Breakouts, input: Input<'add'>): Answer {
  return about(state, input.grouping, ({ session, rooms }) => {
    if (rooms.length >= limits.breakouts) return refuse('breakouts.full');
    if (!isBreakoutOf(input.room, session)) return refuse('breakouts.other-session');
    if (isTaken(state, input.room)) return refuse('breakouts.taken');
    const added = { kind: 'breakouts.added' as const, data: input };
    const live = state.live[session];
    if (live?.grouping !== input.grouping) return accept(added);
    return accept<BreakoutsFact>(added, {
      kind: 'breakouts.widened',
      data: { session, rooms: [...live.rooms, input.room] },
    });
  });
}

function appoint(state: Breakouts, input: Input<'appoint'>, { roleOf }: { roleOf(person: string): unknown }): Answer {
  return inRoom(state, input, ({ session, rooms, grouping }) => {
    const before = rooms.find(({ room }) => room === input.room)?.roles[input.role] ?? null;
    if (before === input.person) return accept();
    if (input.person !== null && !roleOf(input.person)) return refuse('breakouts.unknown-person');
    const open = state.live[session]?.grouping === grouping ? session : null;
    return accept({ kind: 'breakouts.appointed', data: { ...input, session: open, before } });
  });
}
