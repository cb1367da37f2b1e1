import type { OpenSession, Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { Media } from '../../facilitate/media/media-state.ts';

/** Somebody in the room with their seat. */
export type Present = readonly [person: string, seat: Seat];

/** Who is in a room: oneself first, then as they came. The order does not change with who speaks. */
export function presentIn({ seats }: OpenSession, room: string, me: string): Present[] {
  const here = Object.entries(seats)
    .filter(([, seat]) => seat.room === room)
    .sort(([, a], [, b]) => a.since - b.since);
  return [...here.filter(([person]) => person === me), ...here.filter(([person]) => person !== me)];
}

/** Who shares a screen in this room, as far as it has begun; oneself included. */
export function sharerIn({ company, screen }: Pick<Media, 'company' | 'screen'>, me: string): string | null {
  if (screen === 'on') return me;
  for (const [person, seen] of company) if (person !== me && seen.screen) return person;
  return null;
}

/** What is known of somebody's devices; null for whoever takes part by writing. */
export function devicesOf(
  { company, status, microphone, camera, line }: Media,
  person: string,
  me: string,
): { microphone: boolean; camera: boolean; line: 'good' | 'weak' | 'sound' } | null {
  if (person !== me) return company.get(person) ?? null;
  if (status === 'off') return null;
  return { microphone: microphone === 'on', camera: camera === 'on', line: line.quality };
}
