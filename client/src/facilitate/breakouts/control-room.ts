import { plenaryOf } from '@multaqa/shared/kernel/ids';
import { create } from 'zustand';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { useLive } from './use-live.ts';

/** In the plenary a host has put the control room away for these breakouts (by when they opened), or opened it in a room. */
type Choice = { putAway: number | null; openedIn: string | null };
const useChoice = create<Choice>(() => ({ putAway: null, openedIn: null }));

/** Whether this host looks at every room at once: in the plenary as soon as all have gone, elsewhere when they ask for it. */
export function useControlRoomShown(): boolean {
  const may = useMay();
  const live = useLive();
  const { room } = useRoom();
  const { putAway, openedIn } = useChoice();
  if (!live || live.movesAt !== null || !may('breakouts.move')) return false;
  return room === plenaryOf(live.session) ? putAway !== live.openedAt : openedIn === room;
}

/** Opens the control room, or puts it away. */
export function useShowControlRoom(): (isShown: boolean) => void {
  const live = useLive();
  const { room } = useRoom();
  return isShown => {
    if (live && room === plenaryOf(live.session)) useChoice.setState({ putAway: isShown ? null : live.openedAt });
    else useChoice.setState({ openedIn: isShown ? room : null });
  };
}
