import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { hear, hearsLoudest, isLoud, isRecent, silence, speakersOf, takeTurn, type Voice } from './loudest.ts';
import { loudnessOf } from './loudness.ts';

/** What the listening thread is told. Stages are numbered, since equal ids of people and sessions occur in several. */
export type Word = { stage: number; person: PersonId } & (
  | {
      kind: 'source';
      /** Where this person's packets come from: the port of the worker, the stream, and the header extension of their loudness. */
      port: number;
      ssrc: number;
      extension: number;
    }
  | { kind: 'place' /** Null for somebody who is not heard now. */; room: RoomId | null }
  | { kind: 'gone' }
);

/** What it tells: who has the ear of a plenary, and who speaks in a room, the loudest first; null for what is as before. */
export type News = {
  stage: number;
  room: RoomId;
  heard: readonly PersonId[] | null;
  speaking: readonly PersonId[] | null;
};

/** Follows the voices of all sessions, packet by packet, and tells only what has changed. */
export type Listening = {
  take(word: Word): void;
  /** One datagram from a port of this machine, at an instant of any clock (ms). */
  packet(port: number, packet: Buffer, now: number): void;
  /** True when somebody may have to wait for a place among those who are heard. */
  isContested(): boolean;
  /** Who has got the ear of a plenary since the last time. */
  turns(): News[];
  /** Who speaks where that has changed, and whether somebody has been loud of late, so that it will change again. */
  speaking(now: number): { news: News[]; goesOn: boolean };
};

type Speaker = { stage: number; person: PersonId; room: Room | null; source: { port: number; ssrc: number } | null };
type Room = {
  stage: number;
  room: RoomId;
  /** Those who are heard or may be, with their voices. */
  voices: Map<PersonId, Voice>;
  heard: readonly PersonId[];
  speaking: readonly PersonId[];
};

export function openListening(): Listening {
  const speakers = new Map<string, Speaker>();
  const rooms = new Map<string, Room>();
  const sources = new Map<number, Map<number, { speaker: Speaker; extension: number }>>();
  const turned = new Set<Room>();
  /** Rooms in which somebody may speak, or has stopped. */
  const lively = new Set<Room>();

  function speakerOf({ stage, person }: Word): Speaker {
    const key = `${stage} ${person}`;
    const known = speakers.get(key) ?? { stage, person, room: null, source: null };
    speakers.set(key, known);
    return known;
  }

  function roomOf(stage: number, room: RoomId): Room {
    const key = `${stage} ${room}`;
    const known = rooms.get(key) ?? { stage, room, voices: new Map(), heard: [], speaking: [] };
    rooms.set(key, known);
    return known;
  }

  function place(speaker: Speaker, next: Room | null): void {
    const { person, room } = speaker;
    if (room === next) return;
    if (room) {
      room.voices.delete(person);
      room.heard = room.heard.filter(other => other !== person);
      lively.add(room);
      if (room.voices.size === 0) rooms.delete(`${room.stage} ${room.room}`);
    }
    speaker.room = next;
    next?.voices.set(person, silence);
  }

  function forgetSource({ source }: Speaker): void {
    if (!source) return;
    const streams = sources.get(source.port);
    streams?.delete(source.ssrc);
    if (streams?.size === 0) sources.delete(source.port);
  }

  return {
    take(word) {
      const speaker = speakerOf(word);
      if (word.kind === 'place') return place(speaker, word.room === null ? null : roomOf(word.stage, word.room));
      forgetSource(speaker);
      speaker.source = null;
      if (word.kind === 'gone') {
        place(speaker, null);
        speakers.delete(`${word.stage} ${word.person}`);
        return;
      }
      const { port, ssrc, extension } = word;
      speaker.source = { port, ssrc };
      const streams = sources.get(port) ?? new Map();
      sources.set(port, streams.set(ssrc, { speaker, extension }));
    },
    packet(port, packet, now) {
      const streams = sources.get(port);
      if (!streams || packet.length < 12 || isReport(packet)) return;
      const source = streams.get(packet.readUInt32BE(8));
      const room = source?.speaker.room;
      if (!source || !room) return;
      const { person } = source.speaker;
      const voice = hear(room.voices.get(person) ?? silence, loudnessOf(packet, source.extension), now);
      room.voices.set(person, voice);
      if (!isLoud(voice, now)) return;
      lively.add(room);
      if (!hearsLoudest(room.room)) return;
      const heard = takeTurn(room.heard, person, other => room.voices.get(other) ?? silence, now);
      if (heard === room.heard) return;
      room.heard = heard;
      turned.add(room);
    },
    isContested: () => [...rooms.values()].some(({ room, voices }) => isCrowded(voices.size) && hearsLoudest(room)),
    turns() {
      const news = [...turned].map(({ stage, room, heard }): News => ({ stage, room, heard, speaking: null }));
      turned.clear();
      return news;
    },
    speaking(now) {
      const news: News[] = [];
      for (const room of lively) {
        const speaking = speakersOf(room.speaking, room.voices, now);
        if (speaking.join() !== room.speaking.join())
          news.push({ stage: room.stage, room: room.room, heard: null, speaking });
        room.speaking = speaking;
        if (![...room.voices.values()].some(voice => isRecent(voice, now))) lively.delete(room);
      }
      return { news, goesOn: lively.size > 0 };
    },
  };
}

const isCrowded = (voices: number): boolean => voices > limits.voicesHeard;

/** Reports about sound (RTCP) travel on the same way; their second byte tells them apart (RFC 5761, section 4). */
const isReport = (packet: Buffer): boolean => {
  const kind = packet.readUInt8(1) & 0x7f;
  return kind >= 64 && kind <= 95;
};
