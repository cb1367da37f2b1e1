import type { PersonId } from '../../../kernel/ids.ts';
import { type Guest, meets } from '../guest.ts';
import { understandingOf } from '../understanding.ts';

/** A room as it is dealt: who is in it, by id, and who of them leads it and takes notes. */
export type DealtRoom = {
  cluster: string | null;
  people: readonly PersonId[];
  facilitator: PersonId | null;
  noteTaker: PersonId | null;
};

/** Rooms, and whom none of them has: nobody is in two. */
export type Dealt = { rooms: readonly DealtRoom[]; unplaced: readonly PersonId[] };

/** Deals people to rooms in turn: facilitators, note-takers, then everybody else, so that each kind is spread as evenly as it can be. */
export function spread(guests: readonly Guest[], rooms: number): Guest[][] {
  const dealt = Array.from({ length: rooms }, (): Guest[] => []);
  const inTurn = (['facilitator', 'note-taker', 'participant'] as const).flatMap(role =>
    guests.filter(guest => guest.role === role),
  );
  inTurn.forEach((guest, at) => {
    dealt[at % rooms]?.push(guest);
  });
  seatInterpreters(
    dealt,
    guests.filter(guest => !meets(guest)),
  );
  return dealt;
}

/** Sends each interpreter to where they reach most people who would understand nobody; where nobody is lost, to the fewest interpreters. */
function seatInterpreters(rooms: readonly Guest[][], interpreters: readonly Guest[]): void {
  const lost = (guests: readonly Guest[]) => understandingOf(guests).without.length;
  for (const interpreter of interpreters) {
    const [best] = rooms
      .map(room => ({
        room,
        helped: lost(room) - lost([...room, interpreter]),
        there: room.filter(guest => !meets(guest)).length,
      }))
      .sort((a, b) => b.helped - a.helped || a.there - b.there);
    best?.room.push(interpreter);
  }
}

/** A room of these people, with the first facilitator and the first note-taker among them. */
export function roomOf(guests: readonly Guest[], cluster: string | null): DealtRoom {
  const byId = [...guests].sort((a, b) => (a.person < b.person ? -1 : 1));
  const first = (role: Guest['role']) => byId.find(guest => guest.role === role)?.person ?? null;
  return {
    cluster,
    people: byId.map(({ person }) => person),
    facilitator: first('facilitator'),
    noteTaker: first('note-taker'),
  };
}
