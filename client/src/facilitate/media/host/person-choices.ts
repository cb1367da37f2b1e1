import { maySendAs } from '@multaqa/shared/facilitate/media/media.rules';
import type { RoomMedia } from '@multaqa/shared/facilitate/media/media.state';
import type { Role } from '@multaqa/shared/kernel/messages';
import { isHost } from '@multaqa/shared/kernel/scene';
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
  | 'remove';

type Somebody = { person: string; role: Role | null };

/** The choices that a host has with somebody; none that the rules would refuse. */
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
  const streams = maySendAs(role) ? choices.flatMap(([choice, isOpen]) => (isOpen ? [choice] : [])) : [];
  return mayRemove({ person, role }, me) ? [...streams, 'remove'] : streams;
}

/** A facilitator sends out no host, and nobody sends out themselves. */
export const mayRemove = ({ person, role }: Somebody, me: Somebody): boolean =>
  person !== me.person && (me.role === 'organiser' || !isHost(role));

/** Who is in the light with one more; where it is full, the one who has been in it longest steps out. */
export const withLight = (spotlight: readonly string[], person: string): string[] =>
  [...spotlight, person].slice(-limits.spotlight);
