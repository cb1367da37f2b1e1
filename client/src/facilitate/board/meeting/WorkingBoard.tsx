import { restoreScene } from '@multaqa/shared/facilitate/board/scene/restore';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { Suspense, useMemo, useState } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import type { OpenDocument, SaveStatus } from '../../../documents/document.ts';
import { SaveProblem } from '../../../documents/saving/SaveState.tsx';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import type { Board } from '../scene/open-board.ts';
import { BoardSurface } from '../surface/BoardSurface.tsx';
import type { Desk } from '../surface/desk.ts';
import { Activity } from './Activity.tsx';
import { BoardHead } from './BoardHead.tsx';
import { HostSurface } from './HostSurface.tsx';
import { MeetingContext } from './meeting.ts';
import type { BoardPlace } from './place.ts';
import styles from './RoomBoard.module.css';
import type { Layer, Names } from './showing.ts';
import { surfaceParts } from './surface-parts.ts';
import { TagsDialog } from './TagsDialog.tsx';
import { useText } from './texts.ts';
import { useGathered } from './use-gathered.ts';
import { useOwners } from './use-owners.ts';
import { useRoomBoard } from './use-room-board.ts';

const BoardHistory = lazyWithTexts(async () => (await import('../history/BoardHistory.tsx')).BoardHistory);

type Props = {
  room: RoomId;
  place: BoardPlace;
  document: OpenDocument;
  board: Board;
  access: 'write' | 'read';
  status: SaveStatus;
};

/** A board with everything round it: what people do together, what hosts do, and whether it is saved. */
export function WorkingBoard({ room, place, document, board, access, status }: Props) {
  const text = useText();
  const may = useMay();
  const { locked } = useRoomBoard(room);
  const isHost = may('board.lock', { room });
  const [layer, setLayer] = useState<Layer>('board');
  const [desk, setDesk] = useState<Desk | null>(null);
  const [shown, show] = useState<'board' | 'history'>('board');
  const [tagged, setTagged] = useState<Desk | null>(null);
  const names = useNames(room);
  const personOf = useOwners(document, board, names.areShown);
  const meeting = useMemo(
    () => ({ room, board, personOf, namesAreShown: names.areShown, askForTags: setTagged }),
    [room, board, personOf, names.areShown],
  );
  const forOthers = useMemo(() => new Set(locked), [locked]);
  const surface = { board, document, access, parts: surfaceParts, onDesk: setDesk };
  useGathered(room, layer === 'board' ? desk : null);
  if (shown === 'history') return <Versions {...{ document, access, board, place }} onBack={() => show('board')} />;
  return (
    <MeetingContext value={meeting}>
      <section className={styles.board} data-place={place} aria-label={text('meeting.title')}>
        <BoardHead
          {...{ room, place, access, status, board, desk, names, layer }}
          onLayer={isHost ? setLayer : null}
          onHistory={() => show('history')}
        />
        <SaveProblem status={status} words={null} />
        <Activity room={room} board={board} desk={desk} />
        <div className={styles.surface}>
          {isHost ? (
            <HostSurface room={room} layer={layer} surface={surface} />
          ) : (
            <BoardSurface {...surface} locked={forOthers} />
          )}
        </div>
        {tagged && <TagsDialog desk={tagged} onClose={() => setTagged(null)} />}
      </section>
    </MeetingContext>
  );
}

type VersionsProps = Pick<Props, 'document' | 'access' | 'board' | 'place'> & { onBack(): void };

function Versions({ document, access, board, place, onBack }: VersionsProps) {
  const text = useText();
  const restore = (older: Scene) => {
    board.edit(doc => restoreScene(doc, older));
    onBack();
  };
  return (
    <section className={styles.board} data-place={place} aria-label={text('meeting.title')}>
      <Suspense fallback={<Skeleton label={text('meeting.loading')} rows={4} />}>
        <BoardHistory document={document} access={access} onBack={onBack} onRestore={restore} />
      </Suspense>
    </section>
  );
}

function useNames(room: RoomId): Names {
  const [isChosen, choose] = useState(false);
  const mayBeShown = useView(({ notes }) => notes.sessions[sessionOf(room)]?.authors !== 'hidden');
  return { areShown: isChosen && mayBeShown, choose: mayBeShown ? choose : null };
}
