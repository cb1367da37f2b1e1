import type { Clusters } from '@multaqa/shared/cluster/cluster.state';
import type { Breakouts, Grouping } from '@multaqa/shared/facilitate/breakouts/breakouts.state';
import type { DealtRoom } from '@multaqa/shared/facilitate/breakouts/dealing/seats';
import {
  metBefore,
  type RotationRound,
  type RoundsKnown,
  rotationRounds,
} from '@multaqa/shared/facilitate/breakouts/rotation/rounds';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { type Sessions, visitsOf } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { guestsOf } from '@multaqa/shared/guests';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Id } from '@multaqa/shared/kernel/ids';
import type { People } from '@multaqa/shared/people/people.state';

type Known = { people: People; cluster: Clusters; sessions: Sessions; breakouts: Breakouts };

// The composed rules know slices by name only.
const knownOf = (state: State): Known => state as Known;

/** A command of the breakouts, to be sent as the person who asked. */
export type BreakoutCommand = { kind: `breakouts.${string}`; input: object };

/** What a rotation is planned from: everybody, who has met, and the rounds that are asked for; `fixed` are groupings that stay as they are. */
export function rotationIn(state: State, settings: RotationSettings, fixed: readonly Id[], now: number) {
  const { people, cluster, sessions, breakouts } = knownOf(state);
  const live = new Set(Object.values(breakouts.live).map(({ grouping }) => grouping));
  const known: RoundsKnown = {
    groupings: breakouts.groupings,
    live,
    fixed: new Set(fixed),
    over: new Set(Object.values(sessions).flatMap(one => (isOver(one.status) ? [one.session] : []))),
  };
  const { rounds, surplus } = rotationRounds(known, planned(settings, sessions));
  return {
    guests: guestsOf(people, cluster.published),
    before: metBefore(visitsOf(sessions), stayingIn(breakouts, known), now),
    open: rounds.filter(round => round.state === 'open'),
    surplus,
  };
}

/** Groupings that are open now, with those who are there, and those that stay as they are and have not been held: of these the plan counts. */
function stayingIn({ groupings, live }: Breakouts, { fixed }: RoundsKnown): Pick<Grouping, 'rooms' | 'places'>[] {
  const open = Object.values(live);
  const ahead = [...fixed].flatMap(id => groupings[id] ?? []).filter(({ runs }) => runs.length === 0);
  return [
    ...open.flatMap(({ grouping, places }) => {
      const rooms = groupings[grouping]?.rooms;
      return rooms ? [{ rooms, places }] : [];
    }),
    ...ahead.filter(({ grouping }) => !open.some(one => one.grouping === grouping)),
  ];
}

const isOver = (status: Sessions[string]['status']): boolean => status === 'closed' || status === 'cancelled';

/** Sessions that are not there, or no longer, have no rounds. */
const planned = ({ sessions: asked }: RotationSettings, sessions: Sessions): Pick<RotationSettings, 'sessions'> => ({
  sessions: asked.filter(({ session }) => sessions[session]),
});

/** The commands that make a round: a new grouping, or the one that there is dealt again, with all that is prepared in it. */
export function commandsFor(
  state: State,
  round: RotationRound,
  rooms: readonly DealtRoom[],
  named: { title: string; idFor(name: string): Id },
): BreakoutCommand[] {
  const deal = { sizes: rooms.map(({ people }) => people.length), people: rooms.flatMap(({ people }) => people) };
  const { session } = round;
  const roomAt = (at: number) => `${session}/${named.idFor(`room ${round.round} ${at}`)}`;
  const found = round.grouping === null ? undefined : knownOf(state).breakouts.groupings[round.grouping];
  if (!found) {
    const grouping = named.idFor(`round ${round.round}`);
    const made = rooms.map((_, at) => ({ room: roomAt(at), names: {}, mark: at, cluster: null }));
    const prepare = { grouping, session, title: named.title, way: 'rotation', round: round.round, rooms: made };
    return [
      { kind: 'breakouts.prepare', input: { ...prepare, ...deal } },
      ...rooms.flatMap((room, at) => rolesOf(grouping, roomAt(at), room, {})),
    ];
  }
  const { grouping } = found;
  const kept = found.rooms.slice(0, rooms.length);
  const added = rooms.slice(kept.length).map((_, at) => {
    const mark = 1 + Math.max(-1, ...found.rooms.map(one => one.mark)) + at;
    return { room: roomAt(mark), names: {}, mark, cluster: null };
  });
  const all = [...kept, ...added.map(room => ({ ...room, roles: {} }))];
  return [
    ...found.rooms
      .slice(rooms.length)
      .map(({ room }) => ({ kind: 'breakouts.drop' as const, input: { grouping, room } })),
    ...added.map(room => ({ kind: 'breakouts.add' as const, input: { grouping, ...room } })),
    { kind: 'breakouts.deal', input: { grouping, ...deal } },
    ...rooms.flatMap((room, at) => rolesOf(grouping, all[at]?.room ?? '', room, all[at]?.roles ?? {})),
  ];
}

type Roles = Grouping['rooms'][number]['roles'];

/** Who leads a room and takes notes in it. Whoever did so and is now elsewhere does so no more. */
function rolesOf(
  grouping: string,
  room: string,
  { people, facilitator, noteTaker }: DealtRoom,
  before: Roles,
): BreakoutCommand[] {
  const given = { facilitator, 'note-taker': noteTaker };
  return (['facilitator', 'note-taker'] as const).flatMap(role => {
    const held = before[role] ?? null;
    const stays = held !== null && people.includes(held);
    const person = stays ? held : given[role];
    return person === held ? [] : [{ kind: 'breakouts.appoint' as const, input: { grouping, room, role, person } }];
  });
}
