import { firstOfPeople } from '@multaqa/shared/documents/names';
import { unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useRef } from 'react';
import type { Desk } from '../surface/desk.ts';
import { useRoomBoard } from './use-room-board.ts';

/** How long (ms) revealed notes may be on their way. */
const patience = 5_000;

/** Brings the notes of a round into sight when they are revealed. */
export function useShownRound(room: RoomId, desk: Desk | null): void {
  const { round } = useRoomBoard(room);
  const stage = round?.status ?? 'none';
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!desk) return;
    if (stage === 'writing') before.current = new Set(desk.board.scene().keys());
    const known = before.current;
    if (stage !== 'none' || known === null) return;
    before.current = null;
    return whenRevealed(desk, known);
  }, [stage, desk]);
}

/** Shows what the server has put on the board beside what is known, as soon as it is there; returns how not to. */
function whenRevealed({ board, camera }: Desk, known: ReadonlySet<string>): () => void {
  const boundsOfFresh = () => {
    const scene = board.scene();
    const fresh = [...scene.values()].filter(({ id, client }) => client < firstOfPeople && !known.has(id));
    return unionOf(fresh.map(thing => thingBounds(scene, thing)));
  };
  const look = () => {
    const bounds = boundsOfFresh();
    if (!bounds) return;
    end();
    camera.show(bounds, { most: 1 });
  };
  const stop = board.subscribe(look);
  const patient = setTimeout(() => end(), patience);
  const end = () => {
    stop();
    clearTimeout(patient);
  };
  look();
  return end;
}
