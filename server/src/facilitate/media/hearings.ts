import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Producer } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Guest } from './guest.ts';
import {
  forget,
  type Hearing,
  hear,
  isLoud,
  isSpeaking,
  makeReady,
  nobody,
  silence,
  takeTurn,
  type Voice,
} from './loudest.ts';
import type { Member } from './member.ts';
import { hearsLoudest } from './wanted.ts';

/** Who is heard in which room, and who speaks there. */
export type Hearings = {
  byRoom: ReadonlyMap<RoomId, Hearing>;
  /** One packet of somebody's microphone, and how far below full scale it was (dB). */
  heard(producer: Producer, below: number): void;
  /** Somebody has opened the microphone. */
  open(member: Member): void;
  /** Where somebody sits now. */
  place(member: Member, room: RoomId): void;
  /** Somebody has closed the microphone and leaves the place to others. */
  quiet(member: Member): void;
  /** Tells somebody who speaks now. */
  greet(member: Member): void;
  forget(member: Member): void;
};

export type HearingPorts = { clock: Clock; members(): readonly Member[] /** Others are heard now. */; changed(): void };

/** How often (ms) it is told who speaks, while somebody does. */
const pauseBetweenTellings = 200;

export function openHearings({ clock, members, changed }: HearingPorts): Hearings {
  const byRoom = new Map<RoomId, Hearing>();
  const voices = new Map<PersonId, Voice>();
  const rooms = new Map<PersonId, RoomId>();
  const owners = new WeakMap<Producer, PersonId>();
  const told = new Map<RoomId, string>();
  let tellingIsDue = false;
  const voiceOf = (person: PersonId) => voices.get(person) ?? silence;

  const update = (room: RoomId | undefined, change: (hearing: Hearing) => Hearing): boolean => {
    if (room === undefined) return false;
    const before = byRoom.get(room) ?? nobody;
    const after = change(before);
    if (after === before) return false;
    if (after.ready.length + after.heard.length === 0) byRoom.delete(room);
    else byRoom.set(room, after);
    return after.heard !== before.heard || after.ready !== before.ready;
  };

  const drop = (person: PersonId) => {
    update(rooms.get(person), hearing => forget(hearing, person));
    voices.delete(person);
  };

  const greet = (guest: Guest, room: RoomId) =>
    guest.send('speaking', (told.get(room) ?? '').split(',').filter(Boolean));

  function tellSoon(): void {
    if (tellingIsDue) return;
    tellingIsDue = true;
    clock.at(clock.now() + pauseBetweenTellings, () => {
      tellingIsDue = false;
      if (tell()) tellSoon();
    });
  }

  /** Tells every room who speaks there, when that has changed; true while somebody does. */
  function tell(): boolean {
    const now = clock.now();
    const speaking = [...voices]
      .filter(([, voice]) => isSpeaking(voice, now))
      .sort(([, a], [, b]) => a.level - b.level)
      .map(([person]) => person);
    const inUse = new Set(rooms.values());
    for (const room of told.keys()) if (!inUse.has(room)) told.delete(room);
    for (const room of inUse) {
      const people = speaking.filter(person => rooms.get(person) === room);
      if ((told.get(room) ?? '') === people.join()) continue;
      told.set(room, people.join());
      for (const { guest } of members()) if (rooms.get(guest.person) === room) guest.send('speaking', people);
    }
    return speaking.length > 0;
  }

  return {
    byRoom,
    heard(producer, below) {
      const person = owners.get(producer);
      const room = person === undefined ? undefined : rooms.get(person);
      if (person === undefined || room === undefined || producer.paused) return;
      const now = clock.now();
      const voice = hear(voiceOf(person), below, now);
      voices.set(person, voice);
      if (!isLoud(voice, now)) return;
      tellSoon();
      if (hearsLoudest(room) && update(room, hearing => takeTurn(hearing, person, voiceOf, now))) changed();
    },
    open({ guest: { person }, producers }) {
      const producer = producers.get('microphone');
      if (producer) owners.set(producer, person);
      update(rooms.get(person), hearing => makeReady(hearing, person));
    },
    place({ guest, producers }, room) {
      const { person } = guest;
      const before = rooms.get(person);
      if (before === room) return;
      drop(person);
      rooms.set(person, room);
      if ((told.get(before ?? '') ?? '') !== (told.get(room) ?? '')) greet(guest, room);
      const producer = producers.get('microphone');
      if (producer && !producer.closed && !producer.paused) update(room, hearing => makeReady(hearing, person));
    },
    quiet({ guest: { person } }) {
      update(rooms.get(person), hearing =>
        hearing.heard.includes(person)
          ? { ...hearing, heard: hearing.heard.filter(other => other !== person) }
          : hearing,
      );
    },
    greet: ({ guest }) => greet(guest, rooms.get(guest.person) ?? ''),
    forget({ guest: { person } }) {
      drop(person);
      rooms.delete(person);
    },
  };
}
