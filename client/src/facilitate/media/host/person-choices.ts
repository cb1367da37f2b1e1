import { maySendAs } from '@multaqa/shared/facilitate/media/media.decide';
import type { RoomMedia } from '@multaqa/shared/facilitate/media/media.state';
import { isHost } from '@multaqa/shared/kernel/context';
import type { Role } from '@multaqa/shared/kernel/messages';
import { limits } from '@multaqa/shared/limits';

/** What a host can do for one person of a room. */
export type Choice =
  | 'mute'
  | 'ask-microphone'
  | 'stop-camera'
  | 'ask-camera'
  | 'stop-screen'
  | 'light'
  | 'unlight'
  | 'facilitate'
  | 'facilitate-end'
  | 'remove';

type Somebody = { person: string; role: Role | null };

/** Whether somebody who hosts nothing elsewhere is given the room, or gives it back. */
export const appointmentOf = (role: Role | null, roleHere: Role | null): Choice[] => {
  if (role === null || isHost(role)) return [];
  return [isHost(roleHere) ? 'facilitate-end' : 'facilitate'];
};

/** The choices that a host has with somebody's streams; none that the rules would refuse. */
export function choicesFor(
  { person, role }: Somebody,
  me: Somebody,
  { stopped, screen, spotlight }: Omit<RoomMedia, 'asked'>,
): Choice[] {
  const isMe = person === me.person;
  const stops = stopped[person] ?? {};
  const choices: [Choice, boolean][] = [
    ['mute', !isMe && !stops.microphone],
    ['ask-microphone', !isMe],
    ['stop-camera', !isMe && !stops.camera],
    ['ask-camera', !isMe],
    ['stop-screen', !isMe && screen.status === 'shared' && screen.person === person],
    ['light', !spotlight.includes(person)],
    ['unlight', spotlight.includes(person)],
  ];
  return maySendAs(role) ? choices.flatMap(([choice, isOpen]) => (isOpen ? [choice] : [])) : [];
}

/** A facilitator sends out no host, and nobody sends out themselves. */
export const mayRemove = ({ person, role }: Somebody, me: Somebody): boolean =>
  person !== me.person && (me.role === 'organiser' || !isHost(role));

/** Who is in the light with one more; where it is full, the one who has been in it longest steps out. */
export const withLight = (spotlight: readonly string[], person: string): string[] =>
  [...spotlight, person].slice(-limits.spotlight);
