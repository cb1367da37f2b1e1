import type { RoomCard } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { isLobby, plenaryOf, type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { nameIn } from '@multaqa/shared/name-in';
import type { Names } from '@multaqa/shared/names';
import { useCallback } from 'react';
import { useLanguage } from '../platform/languages.ts';
import { useCommonText } from '../platform/texts.ts';
import { useView } from './use-dialogue.ts';

type Named = { names: Names; mark: number };

/** How a breakout is called: in the language of the interface, else in another one, else by its number. */
export function useBreakoutName(): (breakout: Named) => string {
  const text = useCommonText();
  const { language } = useLanguage();
  return useCallback(
    ({ names, mark }) => nameIn(names, language) || text('rooms.breakout', { number: mark + 1 }),
    [text, language],
  );
}

/** A breakout that is open, or whose results are shown; null for other rooms. */
export function useBreakout(room: RoomId): (Named & Pick<RoomCard, 'room' | 'cluster'>) | null {
  return useView(({ breakouts: { live, harvests } }) => {
    const session = sessionOf(room);
    const all = [...(live[session]?.rooms ?? []), ...(harvests[session]?.rooms ?? [])];
    return all.find(one => one.room === room) ?? null;
  });
}

/** How any room of a session is called. */
export function useRoomName(): (room: RoomId) => string {
  const text = useCommonText();
  const nameOf = useBreakoutName();
  const breakouts = useView(view => view.breakouts);
  return useCallback(
    room => {
      if (isLobby(room)) return text('rooms.lobby');
      const session = sessionOf(room);
      if (room === plenaryOf(session)) return text('rooms.plenary');
      const { live, harvests, plan } = breakouts;
      const planned = Object.values(plan?.groupings ?? {}).flatMap(({ rooms }) => rooms);
      const all: readonly (Named & { room: RoomId })[] = [
        ...(live[session]?.rooms ?? []),
        ...(harvests[session]?.rooms ?? []),
        ...planned,
      ];
      const found = all.find(one => one.room === room);
      return found ? nameOf(found) : text('rooms.breakout-gone');
    },
    [text, nameOf, breakouts],
  );
}
