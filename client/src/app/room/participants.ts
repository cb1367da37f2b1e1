import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { Participant } from '../../dialogue/room.ts';

/** Who is in a room: oneself first, then as they came. The order does not change with who speaks. */
export function participantsIn({ seats }: Pick<OpenSessionView, 'seats'>, room: string, me: string): Participant[] {
  const here = Object.entries(seats)
    .filter(([, seat]) => seat.room === room)
    .sort(([, a], [, b]) => a.since - b.since);
  return [...here.filter(([person]) => person === me), ...here.filter(([person]) => person !== me)];
}
