import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import { type PersonId, plenaryOf, type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import type { Audience } from '@multaqa/shared/kernel/scene';
import type { Producer } from 'mediasoup/types';
import { canReceive } from './can-receive.ts';
import type { Hearing } from './loudest.ts';
import { type Member, pictureKey } from './member.ts';

/** One stream that somebody is to have; `flows` is false for those that are kept ready. */
export type Wanted = { from: Member; source: StreamSource; producer: Producer; flows: boolean };

/** Everybody of a session by person and by room, with their audience, as of one moment. */
export type Company = {
  audiences: ReadonlyMap<Member, Audience | null>;
  byPerson: ReadonlyMap<PersonId, Member>;
  byRoom: ReadonlyMap<RoomId, readonly Member[]>;
  /** Those of a room whose shared screen has sound. */
  sounding: ReadonlyMap<RoomId, readonly Member[]>;
};

export function companyOf(members: readonly Member[]): Company {
  const audiences = new Map(members.map(member => [member, member.guest.audience()]));
  const byRoom = new Map<RoomId, Member[]>();
  const sounding = new Map<RoomId, Member[]>();
  for (const [member, audience] of audiences) {
    const room = audience?.place?.room;
    if (room === undefined) continue;
    put(byRoom, room, member);
    if (member.producers.has('screen-sound')) put(sounding, room, member);
  }
  return { audiences, byPerson: new Map(members.map(member => [member.guest.person, member])), byRoom, sounding };
}

function put(rooms: Map<RoomId, Member[]>, room: RoomId, member: Member): void {
  const here = rooms.get(room);
  if (here) here.push(member);
  else rooms.set(room, [member]);
}

/** True where only the loudest are heard; a breakout hears everybody. */
export const hearsLoudest = (room: RoomId): boolean => room === plenaryOf(sessionOf(room));

/** True when a stream is heard or seen now; others of those that somebody has are only kept ready. */
export function flowsTo(to: Member, from: Member, source: StreamSource, room: RoomId, hearing: Hearing): boolean {
  const { person } = from.guest;
  if (source === 'screen-sound') return true;
  if (source !== 'microphone') return to.watched.has(pictureKey(person, source));
  return !hearsLoudest(room) || hearing.heard.includes(person) || to.guest.alwaysHeard().includes(person);
}

/**
 * What a person is to receive now, by producer: the voices of the room (in the plenary those of the hearing and of
 * the spotlight), the sound of a shared screen, and the pictures that the device shows. Grows with what is heard and
 * seen, not with how many are there.
 */
export function wantedBy(to: Member, company: Company, hearing: Hearing): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const there = company.audiences.get(to) ?? null;
  const room = there?.place?.room;
  if (room === undefined) return wanted;
  const add = (from: Member | undefined, source: StreamSource) => {
    const producer = from?.producers.get(source);
    if (!from || from === to || !producer || producer.closed) return;
    if (!canReceive(company.audiences.get(from) ?? null, there)) return;
    wanted.set(producer.id, { from, source, producer, flows: flowsTo(to, from, source, room, hearing) });
  };
  const speakers = hearsLoudest(room)
    ? [...hearing.ready, ...hearing.heard, ...to.guest.alwaysHeard()].map(person => company.byPerson.get(person))
    : (company.byRoom.get(room) ?? []);
  for (const from of speakers) add(from, 'microphone');
  for (const from of company.sounding.get(room) ?? []) add(from, 'screen-sound');
  // A picture that is not shown any more rests for a while, so that it is back at once when somebody returns to its page.
  for (const [id, { from, source, consumer }] of to.incoming)
    if (consumer.kind === 'video' && from.producers.get(source)?.id === id) add(from, source);
  for (const picture of to.watched.keys()) {
    const [person = '', source] = picture.split(' ');
    add(company.byPerson.get(person), source === 'screen' ? 'screen' : 'camera');
  }
  return wanted;
}
