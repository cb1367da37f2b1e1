import { Suspense } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { BoardSight } from '../picture/BoardSight.tsx';
import { useText } from './texts.ts';

const Whole = lazyWithTexts(async () => (await import('./WholeBoards.tsx')).StageBoard);

/** The board where everybody looks. */
export function BoardStage() {
  const text = useText();
  const { room } = useRoom();
  return (
    <Suspense fallback={<Skeleton label={text('meeting.loading')} rows={4} />}>
      <BoardSight key={room} room={room} Whole={Whole} />
    </Suspense>
  );
}
