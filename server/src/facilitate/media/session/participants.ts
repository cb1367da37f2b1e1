import type { PersonId, RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Participant } from './participant.ts';
import { type Standing, standingOf } from './standing.ts';

/** The participants of a session by person and by room, with the standing that the rules gave when each was last placed. */
export type Participants = {
  all(): Participant[];
  size(): number;
  find(person: PersonId): Participant | null;
  standingOf(participant: Participant): Standing | null;
  inRoom(room: RoomId): ReadonlySet<Participant>;
  /** Those who hear a room from another one. */
  listeningTo(room: RoomId): ReadonlySet<Participant>;
  /** Those who speak to other rooms, or to one person alone. */
  addressers(): ReadonlySet<Participant>;
  add(participant: Participant): void;
  /** Removes somebody and returns where they were; null when they were in no room. */
  remove(participant: Participant): Standing | null;
  /** Asks the rules where somebody is now, and moves them there. */
  place(participant: Participant): Placement;
};

/** `before` is null for somebody who was in no room; `gone`: in another session now, or in none. */
export type Placement =
  | { outcome: 'gone' }
  | { outcome: 'same'; standing: Standing; room: RoomId }
  | { outcome: 'changed'; before: Standing | null; standing: Standing; room: RoomId };

/** `key`: equal for equal standings while the spotlight of the rooms that this person hears is the same. */
type Place = { standing: Standing; room: RoomId; key: string };

const nobody: ReadonlySet<Participant> = new Set();

/** The participants of a session, nobody at first. */
export function openParticipants(session: SessionId): Participants {
  const people = new Map<PersonId, Participant>();
  const places = new Map<Participant, Place>();
  const rooms = new Map<RoomId, Set<Participant>>();
  const listening = new Map<RoomId, Set<Participant>>();
  const addressers = new Set<Participant>();

  function leave(participant: Participant): Standing | null {
    const known = places.get(participant);
    if (!known) return null;
    drop(rooms, known.room, participant);
    drop(listening, known.standing.reach.listens, participant);
    addressers.delete(participant);
    places.delete(participant);
    return known.standing;
  }

  function enter(participant: Participant, place: Place): void {
    const { listens, addresses } = place.standing.reach;
    places.set(participant, place);
    put(rooms, place.room, participant);
    if (listens !== null) put(listening, listens, participant);
    if (addresses) addressers.add(participant);
  }

  return {
    all: () => [...people.values()],
    size: () => people.size,
    find: person => people.get(person) ?? null,
    standingOf: participant => places.get(participant)?.standing ?? null,
    inRoom: room => rooms.get(room) ?? nobody,
    listeningTo: room => listening.get(room) ?? nobody,
    addressers: () => addressers,
    add(participant) {
      people.set(participant.peer.person, participant);
    },
    remove(participant) {
      if (people.get(participant.peer.person) === participant) people.delete(participant.peer.person);
      return leave(participant);
    },
    place(participant) {
      const standing = standingOf(participant.peer);
      const place = standing?.audience.place;
      if (!standing || !place || place.session !== session) return { outcome: 'gone' };
      const { room } = place;
      const key = keyOf(standing, room, participant);
      const known = places.get(participant);
      if (known?.key === key) return { outcome: 'same', standing: known.standing, room };
      const before = leave(participant);
      enter(participant, { standing, room, key });
      return { outcome: 'changed', before, standing, room };
    },
  };
}

function keyOf({ audience, reach }: Standing, room: RoomId, { peer }: Participant): string {
  const { listens, addresses } = reach;
  const heard = listens === null ? [] : peer.alwaysHeard(listens);
  return JSON.stringify([room, audience.role, listens, addresses, peer.alwaysHeard(room), heard]);
}

function put(sets: Map<RoomId, Set<Participant>>, room: RoomId, participant: Participant): void {
  const here = sets.get(room);
  if (here) here.add(participant);
  else sets.set(room, new Set([participant]));
}

function drop(sets: Map<RoomId, Set<Participant>>, room: RoomId | null, participant: Participant): void {
  if (room === null) return;
  const here = sets.get(room);
  here?.delete(participant);
  if (here?.size === 0) sets.delete(room);
}
