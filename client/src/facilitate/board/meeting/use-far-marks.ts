import { useMemo } from 'react';
import { useOwn, useView } from '../../../dialogue/use-dialogue.ts';
import type { FarMarks } from '../surface/parts.ts';
import { useMeeting } from './meeting.ts';
import { useRoomBoard } from './use-room-board.ts';
import { ownersOf } from './WhoWrote.tsx';

/** What stands at things, for those who see a board from so far away that it is painted: the same as `ThingMark`, but for what one presses. */
export function useFarMarks(): FarMarks {
  const { room, board, personOf, namesAreShown } = useMeeting();
  const { locked, vote } = useRoomBoard(room);
  const own = useOwn(({ board }) => board.dots);
  const people = useView(view => view.people);
  return useMemo(() => {
    const isLocked = new Set(locked);
    const dotsAt = (id: string) => {
      const count = (vote?.status === 'counted' ? vote.result[id]?.dots : vote?.status === 'open' ? own[id] : 0) ?? 0;
      return count > 0 ? { of: vote?.status === 'counted' ? ('all' as const) : ('own' as const), count } : null;
    };
    return thing => {
      const dots = dotsAt(thing.id);
      const names = namesAreShown
        ? ownersOf(thing, { board, personOf })
            .flatMap(person => people[person]?.name ?? [])
            .join(', ')
        : '';
      const signs = [
        ...(isLocked.has(thing.id) ? (['locked'] as const) : []),
        ...(thing.outcome === null ? [] : (['outcome'] as const)),
      ];
      return dots || names || signs.length > 0 ? { dots, signs, names } : null;
    };
  }, [board, personOf, namesAreShown, locked, vote, own, people]);
}
