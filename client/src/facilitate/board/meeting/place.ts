import type { RoomId } from '@multaqa/shared/kernel/ids';
import { create } from 'zustand';
import { useRoomBoard } from './use-room-board.ts';

/** Where one sees the board of a room: on the stage or in the panel beside it. */
export type BoardPlace = 'stage' | 'panel';
/** The same, or on a page of its own, before the room is open. */
export type ShownPlace = BoardPlace | 'page';

/** What somebody has chosen, and what hosts showed then: when they change that, it is theirs to say. */
const useChosen = create<{ room: RoomId; onStage: boolean; place: BoardPlace } | null>(() => null);

/** Where one sees the board of a room now: where one has chosen, or where hosts show it. */
export function useBoardPlace(room: RoomId): { place: BoardPlace; choose(place: BoardPlace): void } {
  const { onStage } = useRoomBoard(room);
  const chosen = useChosen();
  const isValid = chosen !== null && chosen.room === room && chosen.onStage === onStage;
  return {
    place: isValid ? chosen.place : onStage ? 'stage' : 'panel',
    choose: place => useChosen.setState({ room, onStage, place }, true),
  };
}

const useShown = create<{ count: number }>(() => ({ count: 0 }));

/** To be called by an effect of whatever shows a board; returns how it ends. */
export function boardInSight(): () => void {
  useShown.setState(({ count }) => ({ count: count + 1 }));
  return () => useShown.setState(({ count }) => ({ count: count - 1 }));
}

/** Whether a board is on the screen: what it says itself need not be said elsewhere. */
export const useIsInSight = (): boolean => useShown(({ count }) => count > 0);
