import type { Audience } from '@multaqa/shared/kernel/context';
import { isLobby } from '@multaqa/shared/kernel/ids';

/**
 * True when `to` may hear and see `from`: both are in the same room, and the room is no lobby. Every consumer is
 * checked by this one function; what it does not allow is never forwarded.
 */
export const canReceive = (from: Audience | null, to: Audience | null): boolean =>
  from !== null && canSend(from) && to !== null && to.place?.room === from.place?.room;

/** True when somebody may open microphone and camera. An observer only listens. */
export const canSend = ({ role, place }: Audience): boolean =>
  role !== 'observer' && place !== null && !isLobby(place.room);
