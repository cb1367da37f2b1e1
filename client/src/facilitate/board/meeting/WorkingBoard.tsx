import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import { restoreScene } from '@multaqa/shared/facilitate/board/scene/restore';
import { textOf } from '@multaqa/shared/facilitate/board/table/board-table';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { Suspense, useMemo, useState } from 'react';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import type { OpenDocument, SaveStatus } from '../../../documents/document.ts';
import { SaveProblem } from '../../../documents/saving/SaveState.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import { useSaid } from '../said.ts';
import type { Board } from '../scene/open-board.ts';
import type { Desk } from '../surface/desk.ts';
import { Activity } from './Activity.tsx';
import { BoardBody } from './BoardBody.tsx';
import { BoardHead } from './BoardHead.tsx';
import { MeetingContext } from './meeting.ts';
import { NotKept } from './NotKept.tsx';
import type { ShownPlace } from './place.ts';
import styles from './RoomBoard.module.css';
import type { Layer, Names, Shown } from './showing.ts';
import { TagsDialog } from './TagsDialog.tsx';
import { useText } from './texts.ts';
import { useGathered } from './use-gathered.ts';
import { useOwners } from './use-owners.ts';
import { useIsHost, useLockedForMe } from './use-room-board.ts';
import { useShownRound } from './use-shown-round.ts';

const BoardHistory = lazyWithTexts(async () => (await import('../history/BoardHistory.tsx')).BoardHistory);

type Props = {
  room: RoomId;
  place: ShownPlace;
  document: OpenDocument;
  board: Board;
  access: 'write' | 'read';
  status: SaveStatus;
  /** Why the server takes nothing any more. */
  refusal: string | null;
};

/** A board with everything round it: what people do together, what hosts do, and whether it is saved. */
export function WorkingBoard({ room, place, document, board, access, status, refusal }: Props) {
  const text = useText();
  const isHost = useIsHost(room);
  const forMe = useLockedForMe(room);
  const [layer, setLayer] = useState<Layer>('board');
  const [shown, show] = useState<Shown>({ view: 'board', thing: null });
  const [desk, setDesk] = useState<Desk | null>(null);
  const [tagged, setTagged] = useState<Desk | null>(null);
  const names = useNames(room);
  const words = useWords(board);
  const personOf = useOwners(document, board, names.areShown);
  const meeting = useMemo(
    () => ({ room, board, personOf, namesAreShown: names.areShown, askForTags: setTagged }),
    [room, board, personOf, names.areShown],
  );
  const head = { room, place, access, status, board, desk, names, layer, onShow: show };
  const onBoard = layer === 'board' ? desk : null;
  useGathered(room, onBoard);
  useShownRound(room, onBoard);
  return (
    <MeetingContext value={meeting}>
      <section className={styles.board} data-place={place} aria-label={text('meeting.title')}>
        {shown.view === 'history' ? (
          <Suspense fallback={<Skeleton label={text('meeting.loading')} rows={4} />}>
            <BoardHistory
              document={document}
              access={access}
              onBack={() => show({ view: 'board', thing: null })}
              onRestore={older => {
                board.edit(doc => restoreScene(doc, older));
                show({ view: 'board', thing: null });
              }}
            />
          </Suspense>
        ) : (
          <>
            <BoardHead {...head} onLayer={isHost ? setLayer : null} />
            <SaveProblem status={status} refusal={refusal} words={words} />
            <NotKept document={document} locked={forMe} />
            <Activity room={room} board={board} desk={desk} />
            <BoardBody {...{ room, document, board, access, layer, shown, desk }} onDesk={setDesk} onShow={show} />
          </>
        )}
        {tagged && <TagsDialog desk={tagged} onClose={() => setTagged(null)} />}
      </section>
    </MeetingContext>
  );
}

function useNames(room: RoomId): Names {
  const [isChosen, choose] = useState(false);
  const mayBeShown = useView(({ notes }) => notes.sessions[sessionOf(room)]?.authors !== 'hidden');
  return { areShown: isChosen && mayBeShown, choose: mayBeShown ? choose : null };
}

/** What a board says, a line for each thing, in the order in which it is read. */
function useWords(board: Board): () => string {
  const said = useSaid();
  const { direction } = useLanguage();
  return () =>
    inReadingOrder(board.scene(), direction)
      .map(thing => textOf(thing, { said }).trim())
      .filter(Boolean)
      .join('\n');
}
