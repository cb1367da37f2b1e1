import type { StreamSource, Way } from '@multaqa/shared/facilitate/media/signalling';
import { type Audience, isHost } from '@multaqa/shared/kernel/context';
import { isLobby } from '@multaqa/shared/kernel/ids';
import type { Standing } from './standing.ts';

/**
 * How a stream of `from` comes to `to`; null when they may not receive it. Every consumer is checked by this one function;
 * what it does not allow is never forwarded. Both are in the same room, or one of them is a host who listens or speaks
 * beyond their own: that is the microphone alone. Who whispers is heard by one person, and meanwhile by nobody of their room. A
 * lobby sends and receives nothing.
 */
export function wayOf(from: Standing | null, to: Standing | null, source: StreamSource): Way | null {
  const [there, here] = [from?.audience.place, to?.audience.place];
  if (!from || !to || !there || !here || !canSend(from.audience) || isLobby(here.room)) return null;
  if (source !== 'microphone') return there.room === here.room ? 'room' : null;
  const { addresses } = from.reach;
  const isFromHost = isHost(from.audience.role);
  if (addresses?.to === 'person')
    return isFromHost && addresses.person === to.person && there.session === here.session ? 'whisper' : null;
  if (there.room === here.room) return 'room';
  if (isFromHost && addresses?.rooms.includes(here.room)) return 'address';
  return isHost(to.audience.role) && to.reach.listens === there.room ? 'listening' : null;
}

/** True when `to` may receive this stream of `from`. */
export const canReceive = (from: Standing | null, to: Standing | null, source: StreamSource): boolean =>
  wayOf(from, to, source) !== null;

/** True when somebody may open microphone and camera. An observer only listens. */
export const canSend = ({ role, place }: Audience): boolean =>
  role !== 'observer' && place !== null && !isLobby(place.room);
