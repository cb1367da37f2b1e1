import type { ParticipantMedia } from '@multaqa/shared/facilitate/media/signalling';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { Media } from '../../facilitate/media/media-state.ts';

/** Somebody in the room with their seat. */
export type Present = readonly [person: string, seat: Seat];

/** Who is in a room: oneself first, then as they came. The order does not change with who speaks. */
export function presentIn({ seats }: OpenSessionView, room: string, me: string): Present[] {
  const here = Object.entries(seats)
    .filter(([, seat]) => seat.room === room)
    .sort(([, a], [, b]) => a.since - b.since);
  return [...here.filter(([person]) => person === me), ...here.filter(([person]) => person !== me)];
}

/** Who shares a screen in this room, as far as it has begun; oneself included. */
export function sharerIn({ participants, screen }: Pick<Media, 'participants' | 'screen'>, me: string): string | null {
  if (screen === 'on') return me;
  for (const [person, seen] of participants) if (person !== me && seen.screen) return person;
  return null;
}

/** How somebody takes part: with these devices, by writing alone, or nobody told this device. */
export type Devices = Omit<ParticipantMedia, 'screen'> | 'none' | 'unknown';

type Known = Pick<Media, 'participants' | 'status' | 'microphone' | 'camera' | 'quality'>;

/** What is known of somebody's devices; who has no line of their own knows of nobody's. */
export function devicesOf(
  { participants, status, microphone, camera, quality }: Known,
  person: string,
  me: string,
): Devices {
  if (person === me && status === 'off') return 'none';
  if (status !== 'on' && status !== 'reconnecting') return 'unknown';
  if (person === me) return { microphone: microphone === 'on', camera: camera === 'on', network: quality.network };
  return participants.get(person) ?? 'none';
}
