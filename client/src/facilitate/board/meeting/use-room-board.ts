import type { RoomBoardView } from '@multaqa/shared/facilitate/board/board.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useView } from '../../../dialogue/use-dialogue.ts';

const none: RoomBoardView = { onStage: false, locked: [], round: null, vote: null, timer: null, writtenAt: null };

/** What goes on at the board of a room. */
export const useRoomBoard = (room: RoomId): RoomBoardView => useView(({ board }) => board[room] ?? none);
