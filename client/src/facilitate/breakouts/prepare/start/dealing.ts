import type { Cluster } from '@multaqa/shared/cluster/cluster.state';
import type { Way } from '@multaqa/shared/facilitate/breakouts/breakouts.messages';
import type { Breakout, Grouping, Places } from '@multaqa/shared/facilitate/breakouts/breakouts.state';
import {
  dealAsBefore,
  dealByChance,
  dealByCluster,
  dealNobody,
} from '@multaqa/shared/facilitate/breakouts/dealing/deal';
import type { Dealt, DealtRoom } from '@multaqa/shared/facilitate/breakouts/dealing/seats';
import { type RoomsWanted, roomCount } from '@multaqa/shared/facilitate/breakouts/dealing/sizes';
import { type Guest, meets } from '@multaqa/shared/facilitate/breakouts/guest';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import type { CommandInput } from '../../../../dialogue/commands.ts';

/** What is known of a grouping of before when it is made again. */
export type Earlier = Pick<Grouping, 'places'> & {
  rooms: readonly Pick<Breakout, 'room' | 'names' | 'mark' | 'cluster'>[];
};

/** How new breakouts are asked for. */
export type Wanted =
  | { way: 'cluster' /** The most people of one room; null for one room a cluster. */; most: number | null }
  | { way: 'random'; rooms: RoomsWanted }
  | { way: 'hand' | 'choice'; rooms: number }
  | { way: 'last'; earlier: Earlier };

export type ClusterNamed = Pick<Cluster, 'cluster' | 'names' | 'mark'>;

type NewRooms = Pick<CommandInput<'breakouts.prepare'>, 'rooms' | 'sizes' | 'people'>;
type Appointment = Pick<CommandInput<'breakouts.appoint'>, 'room' | 'role'> & { person: string };

/** New breakouts of a session: rooms with names and people, who leads them, and who has no room. */
export type Draft = NewRooms & { appointed: readonly Appointment[]; unplaced: readonly string[] };

/** Deals people as it is wanted, to rooms of a session whose ids `newId` makes. The same seed gives the same places. */
export function draftOf(
  wanted: Wanted,
  {
    guests,
    clusters,
    session,
    seed,
    newId,
  }: {
    guests: readonly Guest[];
    clusters: readonly ClusterNamed[];
    session: string;
    seed: number;
    newId(): string;
  },
): Draft {
  const dealt = dealtBy(wanted, guests, clusters, seed);
  const labels = wanted.way === 'last' ? wanted.earlier.rooms : labelsOf(dealt.rooms, clusters);
  const rooms = dealt.rooms.slice(0, limits.breakouts).map(({ cluster }, at) => ({
    room: `${session}/${newId()}`,
    names: labels[at]?.names ?? {},
    mark: labels[at]?.mark ?? at,
    cluster,
  }));
  const kept = dealt.rooms.slice(0, limits.breakouts);
  return {
    rooms,
    sizes: kept.map(({ people }) => people.length),
    people: kept.flatMap(({ people }) => people),
    appointed: kept.flatMap(({ facilitator, noteTaker }, at) => {
      const room = rooms[at]?.room ?? '';
      return [
        ...(facilitator ? [{ room, role: 'facilitator' as const, person: facilitator }] : []),
        ...(noteTaker ? [{ room, role: 'note-taker' as const, person: noteTaker }] : []),
      ];
    }),
    // Clusters can be split into more rooms than there can be: who would be in those has none.
    unplaced: [...dealt.unplaced, ...dealt.rooms.slice(limits.breakouts).flatMap(({ people }) => people)].sort(),
  };
}

function dealtBy(wanted: Wanted, guests: readonly Guest[], clusters: readonly ClusterNamed[], seed: number): Dealt {
  switch (wanted.way) {
    case 'cluster':
      return dealByCluster(
        guests,
        clusters.map(({ cluster }) => cluster),
        wanted.most,
        seed,
      );
    case 'random':
      return dealByChance(guests, roomCount(guests.filter(meets).length, wanted.rooms, limits.breakouts), seed);
    case 'last':
      return dealAsBefore(guests, numbered(wanted.earlier), 'cluster');
    default:
      return dealNobody(guests, wanted.rooms);
  }
}

/** Rooms by their place in the list. */
export function numbered({ rooms, places }: { rooms: Earlier['rooms']; places: Places }) {
  const order = new Map(rooms.map(({ room }, at) => [room, at]));
  const known = Object.entries(places).flatMap(([person, room]) => {
    const at = order.get(room);
    return at === undefined ? [] : [[person, at] as const];
  });
  return { rooms: rooms.map(({ cluster }) => ({ cluster })), places: Object.fromEntries(known) };
}

/** A room of a cluster has its sign and its name; where a cluster has several rooms, with their number. */
function labelsOf(rooms: readonly DealtRoom[], clusters: readonly ClusterNamed[]): { names: Names; mark: number }[] {
  const counts = new Map<string, number>();
  return rooms.map(({ cluster }, at) => {
    const found = clusters.find(one => one.cluster === cluster);
    if (!found) return { names: {}, mark: at };
    const number = (counts.get(found.cluster) ?? 0) + 1;
    counts.set(found.cluster, number);
    const isAlone = rooms.filter(one => one.cluster === cluster).length === 1;
    return { names: shortened(found.names, isAlone ? '' : ` ${number}`), mark: found.mark };
  });
}

const shortened = (names: Names, ending: string): Names =>
  Object.fromEntries(
    Object.entries(names).flatMap(([language, name]) =>
      name ? [[language, shortenedTo(name, limits.roomNameGraphemes - ending.length) + ending] as const] : [],
    ),
  );

function shortenedTo(name: string, most: number): string {
  // Where a browser cannot tell graphemes, code points do.
  const graphemes =
    typeof Intl.Segmenter === 'function'
      ? [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment)
      : [...name];
  return graphemes.length <= most
    ? name
    : `${graphemes
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** The ways that can be begun from a list; a rotation is planned over all sessions. */
export const startedWays = ['cluster', 'random', 'hand', 'choice', 'last'] as const satisfies readonly Way[];
export type StartedWay = (typeof startedWays)[number];
