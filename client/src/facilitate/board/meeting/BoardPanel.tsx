import { Suspense } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { BoardSight } from '../picture/BoardSight.tsx';
import { useBoardPlace } from './place.ts';
import { useText } from './texts.ts';

const Beside = lazyWithTexts(async () => (await import('./BesideStage.tsx')).BesideStage);
const Whole = lazyWithTexts(async () => (await import('./WholeBoards.tsx')).PanelBoard);

/** The board beside the stage; where it is on the stage itself, what people do together at it. */
export function BoardPanel() {
  const text = useText();
  const { room } = useRoom();
  const { place } = useBoardPlace(room);
  return (
    <Suspense fallback={<Skeleton label={text('meeting.loading')} rows={4} />}>
      {place === 'stage' ? <Beside room={room} /> : <BoardSight key={room} room={room} Whole={Whole} />}
    </Suspense>
  );
}
