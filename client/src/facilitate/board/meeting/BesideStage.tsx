import { Button } from '@mantine/core';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import type { OpenDocument } from '../../../documents/document.ts';
import { useDocument, useSync } from '../../../documents/use-document.ts';
import type { Board } from '../scene/open-board.ts';
import { useBoardPlace } from './place.ts';
import { ResultList } from './ResultList.tsx';
import styles from './RoomBoard.module.css';
import { useText } from './texts.ts';
import { useBoard } from './use-board.ts';
import { useRoomBoard } from './use-room-board.ts';

/** The panel of a board that is on the stage: what its last vote says, and the way back. */
export function BesideStage({ room }: { room: RoomId }) {
  const text = useText();
  const { choose } = useBoardPlace(room);
  const document = useDocument('board', room);
  const board = useBoard(document);
  return (
    <div className={styles.beside}>
      <EmptyState title={text('meeting.beside.title')} text={text('meeting.beside.text')}>
        <Button variant="default" onClick={() => choose('panel')}>
          {text('meeting.place.panel')}
        </Button>
      </EmptyState>
      {document && board && <Result room={room} document={document} board={board} />}
    </div>
  );
}

function Result({ room, document, board }: { room: RoomId; document: OpenDocument; board: Board }) {
  const text = useText();
  const { vote } = useRoomBoard(room);
  const { hasArrived } = useSync(document);
  if (vote?.status !== 'counted') return null;
  if (!hasArrived) return <Skeleton label={text('meeting.loading')} rows={3} />;
  return (
    <section aria-label={text('meeting.result')}>
      <h2 className={styles.besideTitle}>{text('meeting.result')}</h2>
      <ResultList result={vote.result} board={board} onGo={null} />
    </section>
  );
}
