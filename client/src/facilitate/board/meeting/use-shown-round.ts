import { unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useRef } from 'react';
import type { Desk } from '../surface/desk.ts';
import { useRoomBoard } from './use-room-board.ts';

/** Client ids below this one are the server's own: it has put revealed notes on the board. */
const firstOfPeople = 1_000;
/** How long (ms) notes of a round that has been revealed may be on their way. */
const patience = 5_000;

/** Brings the notes of a round into sight when they are revealed. */
export function useShownRound(room: RoomId, desk: Desk | null): void {
  const { round } = useRoomBoard(room);
  const stage = round?.status ?? 'none';
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!desk) return;
    const { board } = desk;
    if (stage === 'writing') {
      before.current = new Set(board.scene().keys());
      return;
    }
    const known = before.current;
    if (stage !== 'none' || known === null) return;
    before.current = null;
    const look = () => {
      const fresh = [...board.scene().values()].filter(({ id, client }) => client < firstOfPeople && !known.has(id));
      const bounds = unionOf(fresh.map(({ id }) => desk.index.boundsOf(id)).filter(one => one !== null));
      if (bounds) desk.camera.show(bounds, { most: 1 });
      return bounds !== null;
    };
    if (look()) return;
    const stop = board.subscribe(() => look() && end());
    const timer = setTimeout(() => end(), patience);
    const end = () => {
      stop();
      clearTimeout(timer);
    };
    return end;
  }, [stage, desk]);
}
