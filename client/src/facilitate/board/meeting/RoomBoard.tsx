import type { Id, RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback, useEffect } from 'react';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { OpenDocument } from '../../../documents/document.ts';
import { useDocument, useSync } from '../../../documents/use-document.ts';
import { ImageAddress } from '../image-address.ts';
import type { Board } from '../scene/open-board.ts';
import { boardInSight, type ShownPlace } from './place.ts';
import styles from './RoomBoard.module.css';
import { useText } from './texts.ts';
import { useBoard } from './use-board.ts';
import { WorkingBoard } from './WorkingBoard.tsx';

type Props = { room: RoomId; place: ShownPlace };

/** The board of a room, from the moment somebody wants to see it. */
export function RoomBoard({ room, place }: Props) {
  const document = useDocument('board', room);
  const board = useBoard(document);
  useEffect(boardInSight, []);
  const { id } = useDialogue();
  const addressOf = useCallback((file: Id) => `/api/dialogues/${id}/board/${room}/images/${file}`, [id, room]);
  if (!document || !board) return <Loading />;
  return (
    <ImageAddress value={addressOf}>
      <Opened document={document} board={board} room={room} place={place} />
    </ImageAddress>
  );
}

function Opened({ document, board, room, place }: Props & { document: OpenDocument; board: Board }) {
  const text = useText();
  const { save, access, isThere, refusal } = useSync(document);
  if (refusal === 'documents.closed' && save !== 'closed')
    return <EmptyState title={text('meeting.title')} text={text('meeting.not-for-you')} />;
  if (!isThere) return <Loading />;
  // Without a line people go on with what this device keeps; what they may do is settled when it is back.
  const may = access ?? (save === 'unsaved' ? 'read' : 'write');
  return <WorkingBoard {...{ document, board, room, place }} access={may} status={save} refusal={refusal} />;
}

function Loading() {
  const text = useText();
  return (
    <div className={styles.loading}>
      <Skeleton label={text('meeting.loading')} rows={4} />
    </div>
  );
}
