import { quiet, type RoomMedia } from '@multaqa/shared/facilitate/media/media.state';
import type { Role } from '@multaqa/shared/kernel/messages';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';

/** What the rules say of the streams of the room one is in: who is stopped, who shares, who is in the light. */
export const useRoomMedia = (): Omit<RoomMedia, 'asked'> => {
  const { place } = useMe();
  return useView(({ media }) => (place && media[place.room]) ?? quiet);
};

/** How somebody is called here. */
export function useNameOf(): (person: string) => string {
  const text = useText();
  const people = useView(view => view.people);
  return person => people[person]?.name ?? text('common.nameless');
}

/** The role of somebody here; null for those who take part no longer. */
export const useRoleOf = (person: string): Role | null => useView(({ people }) => people[person]?.role ?? null);

/** What hosts have stopped of one's own streams. */
export function useOwnStops(): RoomMedia['stopped'][string] {
  const { person } = useMe();
  return useRoomMedia().stopped[person] ?? none;
}

const none = {};
