import type { Audience } from '@multaqa/shared/kernel/context';
import { isLobby } from '@multaqa/shared/kernel/ids';

/**
 * True when one person hears and sees the other: both are in the same room, which is no lobby. Everything that is
 * sent rests on this one function; what it does not allow is not forwarded.
 */
export const canReceive = (from: Audience | null, to: Audience | null): boolean =>
  from !== null && canSend(from) && to !== null && to.place?.room === from.place?.room;

/** True when somebody may open microphone and camera. An observer listens. */
export const canSend = ({ role, place }: Audience): boolean =>
  role !== 'observer' && place !== null && !isLobby(place.room);
