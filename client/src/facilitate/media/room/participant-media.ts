import type { ParticipantMedia } from '@multaqa/shared/facilitate/media/signalling';
import type { Media } from '../media-state.ts';

/** Who shares a screen in this room, as far as it has begun; oneself included. */
export function sharerIn({ participants, screen }: Pick<Media, 'participants' | 'screen'>, me: string): string | null {
  if (screen === 'on') return me;
  for (const [person, media] of participants) if (person !== me && media.screen) return person;
  return null;
}

/** How somebody takes part: with these devices, by text only, or this device has not been told. */
export type KnownDevices = Omit<ParticipantMedia, 'screen'> | 'text-only' | 'unknown';

type Known = Pick<Media, 'participants' | 'status' | 'microphone' | 'camera' | 'quality'>;

/** What is known of somebody's devices; a device that is not connected itself knows nobody's. */
export function devicesOf(
  { participants, status, microphone, camera, quality }: Known,
  person: string,
  me: string,
): KnownDevices {
  if (person === me && (status === 'off' || status === 'reading')) return 'text-only';
  if (status !== 'on' && status !== 'reading' && status !== 'reconnecting') return 'unknown';
  if (person === me) return { microphone: microphone === 'on', camera: camera === 'on', network: quality.network };
  return participants.get(person) ?? 'text-only';
}
