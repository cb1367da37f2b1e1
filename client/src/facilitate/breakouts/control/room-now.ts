import type { LiveView, RoomCard } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { RoomSpeech, SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';

/** Silence is pointed out after so long, so that with the next look at the clock it is within half a minute. */
const silence = 24_000;
/** Who came a moment ago is not yet somebody who has not been heard. */
const settling = 60_000;

/** Somebody in a room as a host looks at it from outside. */
export type PersonNow = {
  person: PersonId;
  seat: Seat;
  /** `reads`: takes part by text; `quiet`: was not heard since they came. */
  voice: 'speaking' | 'heard' | 'quiet' | 'reads' | 'new';
  line: 'good' | 'weak' | 'away';
  spoken: RoomSpeech['people'][PersonId]['spoken'];
};

/** Why a room needs a visit; the most pressing first. */
export type Need = { kind: 'help'; at: number; text: string } | { kind: 'silent'; since: number } | { kind: 'empty' };

export type RoomNow = { card: RoomCard; people: readonly PersonNow[]; need: Need | null };

type Seats = { readonly [person: PersonId]: Seat };

/** Every room as it is now, in the order of the grouping. `now` in ms since the epoch. */
export function roomsNow(live: LiveView, seats: Seats, speech: SpeechOverview | null, now: number): RoomNow[] {
  const inRooms = new Map<RoomId, [PersonId, Seat][]>();
  for (const [person, seat] of Object.entries(seats))
    inRooms.set(seat.room, [...(inRooms.get(seat.room) ?? []), [person, seat]]);
  return live.rooms.map(card => {
    const heard = speech?.[card.room];
    const people = (inRooms.get(card.room) ?? [])
      .map(([person, seat]) => personNow(person, seat, heard, now))
      .sort((a, b) => Number(b.voice === 'quiet') - Number(a.voice === 'quiet') || a.seat.since - b.seat.since);
    return { card, people, need: needOf(live, card.room, people, heard, now) };
  });
}

const silent: PersonNow['spoken'] = [];

function personNow(person: PersonId, seat: Seat, heard: RoomSpeech | undefined, now: number): PersonNow {
  const known = heard?.people[person];
  const spoken = known?.spoken ?? silent;
  return { person, seat, spoken, voice: voiceOf(known, seat, now), line: lineOf(known, seat) };
}

function voiceOf(known: RoomSpeech['people'][PersonId] | undefined, seat: Seat, now: number): PersonNow['voice'] {
  if (!known) return 'new';
  if (known.spoken.at(-1)?.to === null) return 'speaking';
  if (known.heardAt !== null && known.heardAt >= seat.since) return 'heard';
  if (known.device?.by === 'text') return 'reads';
  return now - seat.since < settling ? 'new' : 'quiet';
}

function lineOf(known: RoomSpeech['people'][PersonId] | undefined, seat: Seat): PersonNow['line'] {
  if (seat.lostAt !== null || known?.device?.network === 'lost') return 'away';
  const network = known?.device?.network;
  return network === 'weak' || network === 'audio-only' ? 'weak' : 'good';
}

function needOf(
  { hosts, openedAt }: LiveView,
  room: RoomId,
  people: readonly PersonNow[],
  heard: RoomSpeech | undefined,
  now: number,
): Need | null {
  const help = hosts?.help[room];
  if (help) return { kind: 'help', at: help.at, text: help.text };
  if (people.length === 0) return { kind: 'empty' };
  // Who is alone has nobody to speak to.
  if (!heard || people.length < 2 || heard.silentSince === null) return null;
  const since = Math.max(heard.silentSince, openedAt, ...people.map(({ seat }) => seat.since));
  return now - since >= silence ? { kind: 'silent', since } : null;
}

/** Those that need a visit first, who has called longest before all others; the rest as they are in the grouping. */
export function byNeed(rooms: readonly RoomNow[]): RoomNow[] {
  const rank = ({ need }: RoomNow) => (need?.kind === 'help' ? 0 : need?.kind === 'silent' ? 1 : 2);
  const since = ({ need }: RoomNow) => (need?.kind === 'help' ? need.at : need?.kind === 'silent' ? need.since : 0);
  return [...rooms].sort((a, b) => rank(a) - rank(b) || since(a) - since(b));
}
