import type { Participant } from '../../../dialogue/room.ts';
import { useRoom } from '../../../dialogue/room.ts';
import { useRoomMedia } from '../../../facilitate/media/host/room-media.ts';
import { onStage } from './on-stage.ts';

/** The people who are large: pinned, in the spotlight, or the given speaker; none while a feature has the stage. */
export function useLit(isTaken: boolean, speaker: string | null): readonly Participant[] {
  const { participants, pinned } = useRoom();
  const { spotlight } = useRoomMedia();
  const present = participants.map(([person]) => person);
  const shown = onStage({ isTaken, pinned, spotlight, speaker, present });
  return shown.kind === 'people' ? participants.filter(([person]) => shown.people.includes(person)) : [];
}
