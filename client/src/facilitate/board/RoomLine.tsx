import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useRoomBoard } from './meeting/use-room-board.ts';
import { useText } from './texts.ts';

/** What a room does at its board, on its card in the control room. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const { round, vote, writtenAt } = useRoomBoard(room);
  if (round?.status === 'writing') return <span>{text('board.line.writing', { count: round.writing })}</span>;
  if (vote?.status === 'open') return <span>{text('board.line.voted', { count: vote.voted })}</span>;
  return writtenAt === null ? null : <span>{text('board.line.used')}</span>;
}
