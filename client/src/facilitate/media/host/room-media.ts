import { quiet, type RoomMedia } from '@multaqa/shared/facilitate/media/media.state';
import type { Role } from '@multaqa/shared/kernel/messages';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';

/** The media state of this person's room: who is stopped, who shares a screen, who is in the spotlight. */
export const useRoomMedia = (): Omit<RoomMedia, 'asked'> => {
  const { place } = useMe();
  return useView(({ media }) => (place && media[place.room]) ?? quiet);
};

/** The name of one person. */
export function useName(person: string): string {
  const text = useText();
  return useView(view => view.people[person]?.name) ?? text('common.nameless');
}

/** Returns the name of a person. */
export function useNameOf(): (person: string) => string {
  const text = useText();
  const people = useView(view => view.people);
  return person => people[person]?.name ?? text('common.nameless');
}

/** Somebody's role in the dialogue; null for those who take part no longer. */
export const useRoleOf = (person: string): Role | null => useView(({ people }) => people[person]?.role ?? null);

/** What hosts have stopped of this person's media. */
export function useOwnStops(): RoomMedia['stopped'][string] {
  const { person } = useMe();
  return useRoomMedia().stopped[person] ?? none;
}

const none = {};
