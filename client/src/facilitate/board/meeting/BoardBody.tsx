import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Suspense, useEffect, useRef } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import type { OpenDocument } from '../../../documents/document.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import type { Board } from '../scene/open-board.ts';
import { BoardSurface } from '../surface/BoardSurface.tsx';
import type { Desk } from '../surface/desk.ts';
import { HostSurface } from './HostSurface.tsx';
import styles from './RoomBoard.module.css';
import type { Layer, Shown } from './showing.ts';
import { surfaceParts } from './surface-parts.ts';
import { RowMark } from './ThingMark.tsx';
import { useText } from './texts.ts';
import { useFarMarks } from './use-far-marks.ts';
import { useMarkSize } from './use-mark-size.ts';
import { useIsHost, useLockedForMe } from './use-room-board.ts';

const BoardTransfer = lazyWithTexts(async () => (await import('../transfer/BoardTransfer.tsx')).BoardTransfer);
const BoardList = lazyWithTexts(async () => (await import('../list/BoardList.tsx')).BoardList);

type Props = {
  room: RoomId;
  document: OpenDocument;
  board: Board;
  access: 'write' | 'read';
  layer: Layer;
  shown: Shown;
  desk: Desk | null;
  onDesk(desk: Desk | null): void;
  onShow(shown: Shown): void;
};

/** What is on a board: to see and touch, or as a list. */
export function BoardBody({ room, document, board, access, layer, shown, desk, onDesk, onShow }: Props) {
  const text = useText();
  const isHost = useIsHost(room);
  const forMe = useLockedForMe(room);
  const farMarks = useFarMarks();
  const surface = { board, document, access, parts: surfaceParts, farMarks, onDesk };
  const around = useRef<HTMLDivElement>(null);
  useInSight(desk, shown);
  useMarkSize(around, desk);
  if (shown.view === 'list')
    return (
      <div className={styles.surface}>
        <Suspense fallback={<Skeleton label={text('meeting.loading')} rows={6} />}>
          <BoardList
            {...{ board, access }}
            locked={forMe}
            Mark={RowMark}
            onShow={thing => onShow({ view: 'board', thing })}
            onBack={() => onShow({ view: 'board', thing: null })}
          />
        </Suspense>
      </div>
    );
  return (
    <div className={styles.surface} ref={around}>
      {isHost ? (
        <HostSurface room={room} layer={layer} surface={surface} />
      ) : (
        <BoardSurface {...surface} locked={forMe} />
      )}
      {desk && layer === 'board' && (
        <Suspense>
          <BoardTransfer desk={desk} room={room} />
        </Suspense>
      )}
    </div>
  );
}

/** Brings the thing that was asked for into sight, as soon as there is a desk to see it on. */
function useInSight(desk: Desk | null, shown: Shown): void {
  useEffect(() => {
    if (!desk || shown.view !== 'board' || shown.thing === null) return;
    const bounds = desk.index.boundsOf(shown.thing);
    if (bounds) desk.camera.reveal(bounds);
    desk.choose([shown.thing]);
  }, [desk, shown]);
}
