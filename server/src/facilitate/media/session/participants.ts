import type { Audience } from '@multaqa/shared/kernel/context';
import type { PersonId, RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Participant } from './participant.ts';

/** The participants of a session by person and by room, with the audience that the rules gave when each was last placed. */
export type Participants = {
  all(): Participant[];
  size(): number;
  find(person: PersonId): Participant | null;
  audienceOf(participant: Participant): Audience | null;
  inRoom(room: RoomId): ReadonlySet<Participant>;
  add(participant: Participant): void;
  /** Removes somebody and returns the room they were in; null when they were in none. */
  remove(participant: Participant): RoomId | null;
  /** Asks the rules where somebody is now, and moves them there. */
  place(participant: Participant): Placement;
};

/** `before` is null for somebody who was in no room; `gone`: in another session now, or in none. */
export type Placement =
  | { outcome: 'gone' }
  | { outcome: 'same'; room: RoomId }
  | { outcome: 'changed'; before: RoomId | null; room: RoomId };

/** `spotlight`: the people in the spotlight of this person's room, joined. */
type Place = { audience: Audience; room: RoomId; spotlight: string };

const nobody: ReadonlySet<Participant> = new Set();

/** The participants of a session, nobody at first. */
export function openParticipants(session: SessionId): Participants {
  const people = new Map<PersonId, Participant>();
  const places = new Map<Participant, Place>();
  const rooms = new Map<RoomId, Set<Participant>>();

  function leave(participant: Participant): RoomId | null {
    const room = places.get(participant)?.room;
    if (room === undefined) return null;
    const here = rooms.get(room);
    here?.delete(participant);
    if (here?.size === 0) rooms.delete(room);
    places.delete(participant);
    return room;
  }

  return {
    all: () => [...people.values()],
    size: () => people.size,
    find: person => people.get(person) ?? null,
    audienceOf: participant => places.get(participant)?.audience ?? null,
    inRoom: room => rooms.get(room) ?? nobody,
    add(participant) {
      people.set(participant.peer.person, participant);
    },
    remove(participant) {
      if (people.get(participant.peer.person) === participant) people.delete(participant.peer.person);
      return leave(participant);
    },
    place(participant) {
      const audience = participant.peer.audience();
      const room = audience?.place?.room ?? null;
      if (!audience || room === null || audience.place?.session !== session) return { outcome: 'gone' };
      const spotlight = participant.peer.alwaysHeard().join();
      const known = places.get(participant);
      if (known?.room === room && known.audience.role === audience.role && known.spotlight === spotlight)
        return { outcome: 'same', room };
      const before = leave(participant);
      places.set(participant, { audience, room, spotlight });
      const here = rooms.get(room);
      if (here) here.add(participant);
      else rooms.set(room, new Set([participant]));
      return { outcome: 'changed', before, room };
    },
  };
}
