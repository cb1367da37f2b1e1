import type { Audience } from '@multaqa/shared/kernel/context';
import type { PersonId, RoomId, SessionId } from '@multaqa/shared/kernel/ids';
import type { Member } from './member.ts';

/** Who of a session is where, as of the last time each was asked, and whom a change concerns. */
export type Seating = {
  all(): Member[];
  size(): number;
  memberOf(person: PersonId): Member | null;
  audienceOf(member: Member): Audience | null;
  inRoom(room: RoomId): ReadonlySet<Member>;
  add(member: Member): void;
  /** Takes somebody out, and returns the room that they leave; null when they are not here. */
  remove(member: Member): RoomId | null;
  /** Asks the rules where somebody is now. */
  look(member: Member): Look;
};

/** `before` is null for who was nowhere; `gone`: to another session, or to nowhere. */
export type Look =
  | { outcome: 'gone' }
  | { outcome: 'same'; room: RoomId }
  | { outcome: 'changed'; before: RoomId | null; room: RoomId };

/** `light`: whom this person hears in any case. */
type Seat = { audience: Audience; room: RoomId; light: string };

const nobody: ReadonlySet<Member> = new Set();

export function openSeating(session: SessionId): Seating {
  const people = new Map<PersonId, Member>();
  const seats = new Map<Member, Seat>();
  const rooms = new Map<RoomId, Set<Member>>();

  function leave(member: Member): RoomId | null {
    const room = seats.get(member)?.room;
    if (room === undefined) return null;
    const here = rooms.get(room);
    here?.delete(member);
    if (here?.size === 0) rooms.delete(room);
    seats.delete(member);
    return room;
  }

  return {
    all: () => [...people.values()],
    size: () => people.size,
    memberOf: person => people.get(person) ?? null,
    audienceOf: member => seats.get(member)?.audience ?? null,
    inRoom: room => rooms.get(room) ?? nobody,
    add(member) {
      people.set(member.guest.person, member);
    },
    remove(member) {
      if (people.get(member.guest.person) === member) people.delete(member.guest.person);
      return leave(member);
    },
    look(member) {
      const audience = member.guest.audience();
      const room = audience?.place?.room ?? null;
      if (!audience || room === null || audience.place?.session !== session) return { outcome: 'gone' };
      const light = member.guest.alwaysHeard().join();
      const seat = seats.get(member);
      if (seat?.room === room && seat.audience.role === audience.role && seat.light === light)
        return { outcome: 'same', room };
      const before = leave(member);
      seats.set(member, { audience, room, light });
      const here = rooms.get(room);
      if (here) here.add(member);
      else rooms.set(room, new Set([member]));
      return { outcome: 'changed', before, room };
    },
  };
}
