import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { useCommand, useMay, useOwn } from '../../../dialogue/use-dialogue.ts';
import { useMeeting } from './meeting.ts';
import { isVotable } from './results.ts';
import { useRoomBoard } from './use-room-board.ts';

/** One's own dots on a thing while a vote is open there, and what puts another number there; null where no dots can be put. */
export function useDots(
  thing: Thing | null,
): { own: number; most: number; left: number; set(dots: number): void } | null {
  const { room } = useMeeting();
  const may = useMay();
  const send = useCommand();
  const { vote } = useRoomBoard(room);
  const dots = useOwn(({ board }) => board.dots);
  if (!thing || vote?.status !== 'open' || !isVotable(thing, vote.frame) || !may('board.dot', { room })) return null;
  const spent = Object.values(dots).reduce((sum, one) => sum + one, 0);
  return {
    own: dots[thing.id] ?? 0,
    most: vote.most,
    left: vote.dots - spent,
    set: count => void send('board.dot', { room, thing: thing.id, dots: count }),
  };
}
