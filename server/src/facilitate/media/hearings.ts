import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Producer } from 'mediasoup/types';
import type { Listener } from './listener.ts';
import type { News } from './listening.ts';
import { forget, type Hearing, hearsLoudest, makeReady, nobody } from './loudest.ts';
import type { Member } from './member.ts';

/** Who is heard in which room, and who speaks there. */
export type Hearings = {
  /** The plenaries; everywhere else everybody is heard. */
  byRoom: ReadonlyMap<RoomId, Hearing>;
  /** Listens to a microphone that was opened. */
  listen(member: Member): void;
  /** Where somebody is now. To be called whenever that or the microphone may have changed; costs nothing when it has not. */
  place(member: Member, room: RoomId): void;
  /** Tells somebody who speaks now. */
  greet(member: Member): void;
  forget(member: Member): void;
  close(): void;
};

export type HearingPorts = {
  listener: Pick<Listener, 'open'>;
  /** Others are heard in a room. */
  changed(room: RoomId): void;
  /** All that the thread had to tell has been heard; called outside of any other call. */
  told(): void;
};

/** `turns`: who has the ear of a plenary, by the thread that listens. */
type Room = {
  here: Map<PersonId, Member>;
  open: Set<PersonId>;
  turns: readonly PersonId[];
  hearing: Hearing;
  speaking: readonly PersonId[];
};
type Seat = { member: Member; room: RoomId; microphone: Producer | null; isOpen: boolean };

export function openHearings({ listener, changed, told }: HearingPorts): Hearings {
  const rooms = new Map<RoomId, Room>();
  const byRoom = new Map<RoomId, Hearing>();
  const seats = new Map<PersonId, Seat>();
  const ears = listener.open({
    heard(news) {
      hearNews(news);
      told();
    },
    deaf() {
      for (const room of rooms.values()) tell(room, []);
    },
  });

  function roomOf(room: RoomId): Room {
    const known = rooms.get(room) ?? { here: new Map(), open: new Set(), turns: [], hearing: nobody, speaking: [] };
    rooms.set(room, known);
    return known;
  }

  /** Up to three open microphones are all heard, so that nothing of them is lost; of more those who have taken their turn. */
  function settle(id: RoomId, room: Room, { ready }: Pick<Hearing, 'ready'>): void {
    if (!hearsLoudest(id)) return;
    const { open, turns, hearing } = room;
    const heard = open.size <= limits.voicesHeard ? [...open] : turns.filter(person => open.has(person));
    const isSame = isEqual(heard, hearing.heard) && isEqual(ready, hearing.ready);
    if (isSame) return;
    room.hearing = { heard, ready };
    byRoom.set(id, room.hearing);
    changed(id);
  }

  function hearNews({ room: id, heard, speaking }: News): void {
    const room = rooms.get(id);
    if (!room) return;
    if (heard) {
      const fresh = heard.filter(person => room.open.has(person) && !room.turns.includes(person));
      room.turns = heard;
      settle(id, room, fresh.reduce(makeReady, { ...room.hearing, heard }));
    }
    // Who has left meanwhile is nobody's business here any more.
    if (speaking)
      tell(
        room,
        speaking.filter(person => room.here.has(person)),
      );
  }

  function tell(room: Room, speaking: readonly PersonId[]): void {
    if (isEqual(speaking, room.speaking)) return;
    room.speaking = speaking;
    for (const { guest } of room.here.values()) guest.send('activeSpeakers', speaking);
  }

  function leave({ member, room: id }: Seat): void {
    const { person } = member.guest;
    const room = roomOf(id);
    room.here.delete(person);
    room.open.delete(person);
    settle(id, room, forget(room.hearing, person));
    if (room.here.size > 0) return;
    rooms.delete(id);
    byRoom.delete(id);
  }

  const greet = ({ guest }: Member, room: RoomId) => guest.send('activeSpeakers', rooms.get(room)?.speaking ?? []);

  return {
    byRoom,
    listen({ guest, producers, hall }) {
      const microphone = producers.get('microphone');
      if (microphone) ears.listen(guest.person, microphone, hall.router);
    },
    place(member, id) {
      const { person } = member.guest;
      const before = seats.get(person);
      const now = seatOf(member, id);
      const hasMoved = before?.room !== id;
      if (before && !hasMoved && before.microphone === now.microphone && before.isOpen === now.isOpen) return;
      const told: readonly PersonId[] = (before && rooms.get(before.room)?.speaking) ?? [];
      if (before && hasMoved) leave(before);
      seats.set(person, now);
      const room = roomOf(id);
      room.here.set(person, member);
      if (now.isOpen) room.open.add(person);
      else room.open.delete(person);
      if (now.microphone || before?.microphone) ears.place(person, now.isOpen ? id : null);
      if (!now.microphone) ears.forget(person);
      const { hearing } = room;
      settle(id, room, now.isOpen ? makeReady(hearing, person) : now.microphone ? hearing : forget(hearing, person));
      if (hasMoved && !isEqual(told, room.speaking)) greet(member, id);
    },
    greet: member => greet(member, seats.get(member.guest.person)?.room ?? ''),
    forget({ guest: { person } }) {
      const seat = seats.get(person);
      if (!seat) return;
      seats.delete(person);
      leave(seat);
      ears.forget(person);
    },
    close: ears.close,
  };
}

/** A microphone that is silenced or paused is kept, so that it can be heard again at once. */
function seatOf(member: Member, room: RoomId): Seat {
  const microphone = member.producers.get('microphone') ?? null;
  const isThere = microphone !== null && !microphone.closed;
  return {
    member,
    room,
    microphone: isThere ? microphone : null,
    isOpen: isThere && !microphone.paused && !member.isSilenced,
  };
}

const isEqual = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a === b || (a.length === b.length && a.every((person, at) => person === b[at]));
