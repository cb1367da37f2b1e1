import type { RuleContext } from '../../kernel/context.ts';
import type { PersonId, RoomId } from '../../kernel/ids.ts';
import type { Grouping, Places } from './breakouts.state.ts';

type Asked = Pick<RuleContext, 'roleOf' | 'clusterOf'>;

/** Who gets a room by rule: hosts, interpreters and observers go only where they were named. */
const isDealt = (person: PersonId, { roleOf }: Asked): boolean => {
  const role = roleOf(person);
  return role === 'participant' || role === 'note-taker';
};

/**
 * The room of somebody who has no place in a grouping, by its rule for those who come late; null where the rule leaves it
 * open. `sizes` are how many are in each room, or on their way there.
 */
export function lateRoomFor(
  { rooms, late }: Pick<Grouping, 'rooms' | 'late'>,
  person: PersonId,
  sizes: ReadonlyMap<RoomId, number>,
  context: Asked,
): RoomId | null {
  if (!isDealt(person, context)) return null;
  const cluster = context.clusterOf(person);
  if (late === 'cluster')
    return smallest(
      rooms.filter(room => cluster !== null && room.cluster === cluster),
      sizes,
    );
  return late === 'smallest' ? smallest(rooms, sizes) : null;
}

/** The first of the rooms with the fewest people; null for no room. */
function smallest(rooms: readonly { room: RoomId }[], sizes: ReadonlyMap<RoomId, number>): RoomId | null {
  const least = Math.min(...rooms.map(({ room }) => sizes.get(room) ?? 0));
  return rooms.find(({ room }) => (sizes.get(room) ?? 0) === least)?.room ?? null;
}

/** The rooms of those who are here when a grouping opens: as they were dealt, the others by the rule, one after the other. */
export function dealAll(
  grouping: Grouping,
  here: readonly PersonId[],
  context: Asked,
): { person: PersonId; room: RoomId }[] {
  const { places } = grouping;
  const dealt = here.flatMap(person => (places[person] ? [{ person, room: places[person] }] : []));
  const sizes = new Map<RoomId, number>();
  const count = (room: RoomId) => sizes.set(room, (sizes.get(room) ?? 0) + 1);
  for (const { room } of dealt) count(room);
  const late = (grouping.way === 'choice' ? [] : here)
    .filter(person => !places[person])
    .sort()
    .flatMap(person => {
      const room = lateRoomFor(grouping, person, sizes, context);
      if (room) count(room);
      return room ? [{ person, room }] : [];
    });
  return [...dealt, ...late];
}

/** How many belong to each room. */
export function sizesOf(places: Places): ReadonlyMap<RoomId, number> {
  const sizes = new Map<RoomId, number>();
  for (const room of Object.values(places)) sizes.set(room, (sizes.get(room) ?? 0) + 1);
  return sizes;
}
