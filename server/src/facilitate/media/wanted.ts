import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import { canReceive } from './can-receive.ts';
import { type Hearing, hearsLoudest } from './loudest.ts';
import { type Member, pictureKey } from './member.ts';

/** One stream that somebody is to have; `flows` is false for those that are kept ready. */
export type Wanted = { from: Member; source: StreamSource; producer: Producer; flows: boolean };

/** Everybody of a session by person and by room, with their audience, as of one moment. */
export type Company = {
  audienceOf(member: Member): Audience | null;
  memberOf(person: PersonId): Member | null;
  inRoom(room: RoomId): ReadonlySet<Member>;
  /** Those of a room whose shared screen has sound. */
  soundingIn(room: RoomId): readonly Member[];
  hearingIn(room: RoomId): Hearing;
};

/** True when a stream is heard or seen now; others of those that somebody has are only kept ready. */
function flowsTo(to: Member, from: Member, source: StreamSource, room: RoomId, hearing: Hearing): boolean {
  const { person } = from.guest;
  if (source === 'screen-audio') return true;
  if (source !== 'microphone') return to.watched.has(pictureKey(person, source));
  return !hearsLoudest(room) || hearing.heard.includes(person) || to.guest.alwaysHeard().includes(person);
}

/**
 * What a person is to receive now, by producer: the voices of the room (in the plenary those of the hearing and of
 * the spotlight), the sound of a shared screen, and the pictures that the device shows. Grows with what is heard and
 * seen, and in a breakout with how many are there.
 */
export function wantedBy(to: Member, company: Company): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  const there = company.audienceOf(to);
  const room = there?.place?.room;
  if (room === undefined) return wanted;
  const hearing = company.hearingIn(room);
  const add = (from: Member | null, source: StreamSource) => {
    const producer = from?.producers.get(source);
    if (!from || from === to || !producer || producer.closed) return;
    if (!canReceive(company.audienceOf(from), there)) return;
    wanted.set(producer.id, { from, source, producer, flows: flowsTo(to, from, source, room, hearing) });
  };
  const speakers = hearsLoudest(room)
    ? [...hearing.ready, ...hearing.heard, ...to.guest.alwaysHeard()].map(company.memberOf)
    : company.inRoom(room);
  for (const from of speakers) add(from, 'microphone');
  for (const from of company.soundingIn(room)) add(from, 'screen-audio');
  // A picture that is not shown any more rests for a while, so that it is back at once when somebody returns to its page.
  for (const [id, { from, source, consumer }] of to.incoming)
    if (consumer.kind === 'video' && from.producers.get(source)?.id === id) add(from, source);
  for (const picture of to.watched.keys()) {
    const [person = '', source] = picture.split(' ');
    add(company.memberOf(person), source === 'screen' ? 'screen' : 'camera');
  }
  return wanted;
}
