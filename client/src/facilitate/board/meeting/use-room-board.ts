import type { RoomBoardView } from '@multaqa/shared/facilitate/board/board.state';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useMemo } from 'react';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';

const none: RoomBoardView = { onStage: false, locked: [], round: null, vote: null, timer: null, writtenAt: null };

/** What goes on at the board of a room. */
export const useRoomBoard = (room: RoomId): RoomBoardView => useView(({ board }) => board[room] ?? none);

/** The things that hosts have locked and this person therefore does not change. */
export function useLockedForMe(room: RoomId): ReadonlySet<ThingId> {
  const { locked } = useRoomBoard(room);
  const isHost = useIsHost(room);
  return useMemo(() => new Set(isHost ? [] : locked), [isHost, locked]);
}

/** Whether this person locks things and has the layer of hosts, also before the room is open. */
export function useIsHost(room: RoomId): boolean {
  const may = useMay();
  return may('board.lock', { room }) || may('board.prepare', { room });
}
