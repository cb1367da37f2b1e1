import { Button } from '@mantine/core';
import type { RoomBoardView } from '@multaqa/shared/facilitate/board/board.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { offerUndo } from '../../../design/toasts.tsx';
import { TimeLeft } from '../../../dialogue/TimeLeft.tsx';
import { useCommand, useMay, useOwn } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import type { Board } from '../scene/open-board.ts';
import type { Desk } from '../surface/desk.ts';
import styles from './Activity.module.css';
import { ResultDialog } from './ResultDialog.tsx';
import { useText } from './texts.ts';
import { useRoomBoard } from './use-room-board.ts';
import { openWriting } from './writing.ts';

type Props = { room: RoomId; board: Board; desk: Desk | null };

/** What people do together at the board now, each in one line with what one can do about it. */
export function Activity(props: Props) {
  const { room } = props;
  const { round, vote } = useRoomBoard(room);
  const left = useOwn(({ board }) => board.jots.length);
  return (
    <>
      {round && <Writing room={room} round={round} />}
      {!round && left > 0 && <Left count={left} />}
      {vote && <Voting {...props} vote={vote} />}
    </>
  );
}

function Writing({ room, round }: { room: RoomId; round: NonNullable<RoomBoardView['round']> }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const isHost = may('board.reveal', { room });
  if (round.status === 'revealed')
    return (
      <div className={styles.line} role="status">
        <p>{text('meeting.private.coming')}</p>
      </div>
    );
  const discard = async () => {
    const ack = await send('board.discard', { room });
    if (!ack.ok || round.writing === 0) return;
    offerUndo({
      message: text('meeting.discarded'),
      label: text('meeting.begin.again'),
      undo: () => {
        const { names, frame } = round;
        void send('board.begin', { room, round: newId(), names, frame, seconds: null });
      },
    });
  };
  return (
    <div className={styles.line} data-tone="accent">
      <p>
        <strong>{text('meeting.writing')}</strong>{' '}
        <span className={styles.count} role="status">
          {text('meeting.written', { count: round.writing })}
        </span>
      </p>
      {round.until !== null && <TimeLeft until={round.until} />}
      <span className={styles.ways}>
        {may('board.jot', { room }) && <Button onClick={() => openWriting(true)}>{text('meeting.write')}</Button>}
        {isHost && round.writing > 0 && (
          <Button variant="default" onClick={() => void send('board.reveal', { room })}>
            {text('meeting.reveal')}
          </Button>
        )}
        {isHost && (
          <Button variant="subtle" onClick={() => void discard()}>
            {text('meeting.discard')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** One's own notes of a round that nobody revealed. */
function Left({ count }: { count: number }) {
  const text = useText();
  return (
    <div className={styles.line}>
      <p>{text('meeting.left', { count })}</p>
      <span className={styles.ways}>
        <Button variant="default" onClick={() => openWriting(true)}>
          {text('meeting.left.see')}
        </Button>
      </span>
    </div>
  );
}

function Voting({ room, board, desk, vote }: Props & { vote: NonNullable<RoomBoardView['vote']> }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const spent = useOwn(own => Object.values(own.board.dots).reduce((sum, one) => sum + one, 0));
  const [isOpen, setOpen] = useState(false);
  const isHost = may('board.count', { room });
  const clear = () => void send('board.clear', { room });
  if (vote.status === 'counted')
    return (
      <div className={styles.line}>
        <p>
          <strong>{text('meeting.counted')}</strong> {text('meeting.voted', { count: vote.voted })}
        </p>
        <span className={styles.ways}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {text('meeting.result')}
          </Button>
          {isHost && (
            <Button variant="subtle" onClick={clear}>
              {text('meeting.result.clear')}
            </Button>
          )}
        </span>
        {isOpen && <ResultDialog result={vote.result} board={board} desk={desk} onClose={() => setOpen(false)} />}
      </div>
    );
  return (
    <div className={styles.line} data-tone="accent">
      <p>
        {may('board.dot', { room }) && (
          <strong role="status">{text('meeting.dots-left', { count: vote.dots - spent })}</strong>
        )}{' '}
        <span className={styles.count}>{text('meeting.voted', { count: vote.voted })}</span>
      </p>
      {vote.until !== null && <TimeLeft until={vote.until} />}
      {isHost && (
        <span className={styles.ways}>
          <Button onClick={() => void send('board.count', { room })}>{text('meeting.count')}</Button>
          {vote.voted === 0 && (
            <Button variant="subtle" onClick={clear}>
              {text('meeting.call.off')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
