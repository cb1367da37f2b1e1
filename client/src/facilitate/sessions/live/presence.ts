import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';

/** A moment without connection happens to everybody; after this many ms somebody counts as away. */
const moment = 20_000;

/** How somebody is here: connected, coming back, or away with their place still held. */
export type Presence = 'here' | 'reconnecting' | 'away';

/** How somebody is there at an instant (ms since the epoch): with a connection, or without one for a while. */
export const presenceOf = ({ lostAt }: Pick<Seat, 'lostAt'>, now: number): Presence => {
  if (lostAt === null) return 'here';
  return now - lostAt < moment ? 'reconnecting' : 'away';
};
