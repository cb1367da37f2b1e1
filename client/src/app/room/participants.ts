import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { Participant } from '../../dialogue/room.ts';

/** Who is in a room: oneself first, then as they came. The order does not change with who speaks. */
export function participantsIn({ seats }: Pick<OpenSessionView, 'seats'>, room: string, me: string): Participant[] {
  const here = Object.entries(seats)
    .filter(([, seat]) => seat.room === room)
    .sort(([, a], [, b]) => a.since - b.since)
    .map(([person, seat]) => participant(person, seat));
  return [...here.filter(([person]) => person === me), ...here.filter(([person]) => person !== me)];
}

const known = new WeakMap<Seat, Participant>();

/** The same pair for as long as the seat is the same, so that one who comes or goes redraws nobody else. */
function participant(person: string, seat: Seat): Participant {
  const pair = known.get(seat) ?? ([person, seat] as const);
  known.set(seat, pair);
  return pair;
}
