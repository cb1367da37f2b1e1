import { isLobby } from '@multaqa/shared/kernel/ids';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { PersonMoves } from './control/PersonMoves.tsx';
import { useLive } from './use-live.ts';

/** Where a host can send somebody while breakouts are open, as entries of a menu; nothing otherwise. */
export function MovesWhileLive({ person }: { person: string }) {
  const may = useMay();
  const live = useLive();
  const seat = useRoom().session.seats[person];
  return live && seat && !isLobby(seat.room) && may('breakouts.move') ? (
    <PersonMoves live={live} person={person} />
  ) : null;
}
