import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { TimeLeft } from '../../dialogue/TimeLeft.tsx';
import { useMay, useOwn } from '../../dialogue/use-dialogue.ts';
import { useIsInSight } from './meeting/place.ts';
import { useRoomBoard } from './meeting/use-room-board.ts';
import { openWriting } from './meeting/writing.ts';
import { useText } from './texts.ts';

/** Says that everybody writes for themselves, or that there are dots to give, to those who do not see the board. */
export function BoardNotice() {
  const text = useText();
  const may = useMay();
  const { room, showPanel } = useRoom();
  const { round, vote } = useRoomBoard(room);
  const isInSight = useIsInSight();
  const hasWritten = useOwn(({ board }) => board.jots.length > 0);
  const hasVoted = useOwn(({ board }) => Object.keys(board.dots).length > 0);
  const isWriting = round?.status === 'writing';
  const isVoting = vote?.status === 'open';
  useEffect(() => {
    if (isWriting) announce(text('board.writing'));
  }, [isWriting, text]);
  useEffect(() => {
    if (isVoting) announce(text('board.voting'));
  }, [isVoting, text]);
  if (isInSight || !may('board.jot', { room })) return null;
  if (isWriting && !hasWritten)
    return (
      <Notice tone="accent" action={<Button onClick={() => openWriting(true)}>{text('board.write')}</Button>}>
        {text('board.writing')} {round.until !== null && <TimeLeft until={round.until} />}
      </Notice>
    );
  if (isVoting && !hasVoted)
    return (
      <Notice tone="accent" action={<Button onClick={() => showPanel('board')}>{text('board.to-board')}</Button>}>
        {text('board.voting')} {vote.until !== null && <TimeLeft until={vote.until} />}
      </Notice>
    );
  return null;
}
