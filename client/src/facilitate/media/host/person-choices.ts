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

/** Whether somebody who is no host of the dialogue can be made facilitator of the room, or no longer be it. */
export const appointmentOf = (role: Role | null, roleHere: Role | null): Choice[] => {
  if (role === null || isHost(role)) return [];
  return [isHost(roleHere) ? 'facilitate-end' : 'facilitate'];
};

/** What a host can do with somebody's media; nothing that the rules would refuse. */
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

/** Facilitators remove no hosts, and nobody removes themselves. */
export const mayRemove = ({ person, role }: Somebody, me: Somebody): boolean =>
  person !== me.person && (me.role === 'organiser' || !isHost(role));

/** The spotlight with one person more; when it is full, the one who has been in it longest leaves it. */
export const withLight = (spotlight: readonly string[], person: string): string[] =>
  [...spotlight, person].slice(-limits.spotlight);
