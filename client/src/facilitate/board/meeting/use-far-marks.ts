import { useMemo } from 'react';
import { useOwn, useView } from '../../../dialogue/use-dialogue.ts';
import type { FarMarks } from '../surface/parts.ts';
import { farMarkOf } from './far-marks.ts';
import { useMeeting } from './meeting.ts';
import { useRoomBoard } from './use-room-board.ts';
import { ownersOf } from './WhoWrote.tsx';

/** What stands at things, for those who see a board from so far away that it is painted. */
export function useFarMarks(): FarMarks {
  const { room, board, personOf, namesAreShown } = useMeeting();
  const { locked, vote } = useRoomBoard(room);
  const own = useOwn(({ board }) => board.dots);
  const people = useView(view => view.people);
  return useMemo(() => {
    const isLocked = new Set(locked);
    return thing =>
      farMarkOf(thing, {
        ...{ vote, own, locked: isLocked },
        namesOf: one =>
          namesAreShown ? ownersOf(one, { board, personOf }).flatMap(person => people[person]?.name ?? []) : [],
      });
  }, [board, personOf, namesAreShown, locked, vote, own, people]);
}
