import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { audioLevelOf } from './audio-level.ts';
import {
  type AudioLevel,
  activeSpeakersOf,
  isLoud,
  isRecent,
  mightSelectSpeakers,
  selectSpeaker,
  silence,
  updateLevel,
} from './speaker-selection.ts';
import { openSpeechBatches, type SpeechBatch } from './speech-batches.ts';

/** What the detector is told. Sessions are numbered, since equal ids of sessions and people occur in several dialogues. */
export type DetectorInput = { session: number; person: PersonId } & (
  | {
      kind: 'source';
      /** Where this person's packets come from: the port of the worker, the SSRC, and the id of the audio level extension. */
      port: number;
      ssrc: number;
      extension: number;
    }
  | {
      kind: 'room';
      /** Null for somebody whose microphone is muted. */
      room: RoomId | null;
      /** Whether it is told for how long they speak. */
      isMeasured: boolean;
    }
  | { kind: 'removed' }
);

/** What it reports: the selected speakers of a room that selects them, and the active speakers of a room, loudest first; null for what has not changed. */
export type SpeakerChange = {
  session: number;
  room: RoomId;
  selected: readonly PersonId[] | null;
  active: readonly PersonId[] | null;
};

/** Follows the audio levels of all sessions, packet by packet, and reports only changes. */
export type SpeakerDetector = {
  apply(input: DetectorInput): void;
  /** One datagram from a port of this machine, at `now` ms of any clock. */
  packet(port: number, packet: Buffer, now: number): void;
  /** True when some room that selects speakers has more open microphones than may be selected. */
  isContested(): boolean;
  /** The selections that have changed since the last call. */
  selections(): SpeakerChange[];
  /** The active speakers of rooms where they have changed; `isPending`: they will change again without another packet. */
  activeSpeakers(now: number): { changes: SpeakerChange[]; isPending: boolean };
  /** Who spoke since the last call in rooms that measure it. */
  speech(now: number): { batches: SpeechBatch[]; isPending: boolean };
};

type Speaker = {
  session: number;
  person: PersonId;
  room: Room | null;
  isMeasured: boolean;
  source: { port: number; ssrc: number } | null;
};
type Room = {
  session: number;
  room: RoomId;
  /** The levels of the open microphones. */
  levels: Map<PersonId, AudioLevel>;
  selected: readonly PersonId[];
  active: readonly PersonId[];
};

/** A detector that follows nobody yet. */
export function openSpeakerDetector(): SpeakerDetector {
  const speakers = new Map<string, Speaker>();
  const rooms = new Map<string, Room>();
  const sources = new Map<number, Map<number, { speaker: Speaker; extension: number }>>();
  const reselected = new Set<Room>();
  /** Rooms in which somebody may speak, or has just stopped. */
  const lively = new Set<Room>();
  const speech = openSpeechBatches();

  function speakerOf({ session, person }: DetectorInput): Speaker {
    const key = `${session} ${person}`;
    const known = speakers.get(key) ?? { session, person, room: null, isMeasured: false, source: null };
    speakers.set(key, known);
    return known;
  }

  function roomOf(session: number, room: RoomId): Room {
    const key = `${session} ${room}`;
    const known = rooms.get(key) ?? { session, room, levels: new Map(), selected: [], active: [] };
    rooms.set(key, known);
    return known;
  }

  function place(speaker: Speaker, next: Room | null): void {
    const { person, room, isMeasured } = speaker;
    if (room === next) return;
    if (room && isMeasured) speech.left({ ...room, person });
    if (room) {
      room.levels.delete(person);
      room.selected = room.selected.filter(other => other !== person);
      lively.add(room);
      if (room.levels.size === 0) rooms.delete(`${room.session} ${room.room}`);
    }
    speaker.room = next;
    next?.levels.set(person, silence);
  }

  function forgetSource({ source }: Speaker): void {
    if (!source) return;
    const streams = sources.get(source.port);
    streams?.delete(source.ssrc);
    if (streams?.size === 0) sources.delete(source.port);
  }

  return {
    apply(input) {
      const speaker = speakerOf(input);
      if (input.kind === 'room') {
        if (speaker.isMeasured && !input.isMeasured && speaker.room)
          speech.left({ ...speaker.room, person: input.person });
        place(speaker, input.room === null ? null : roomOf(input.session, input.room));
        speaker.isMeasured = input.isMeasured;
        return;
      }
      forgetSource(speaker);
      speaker.source = null;
      if (input.kind === 'removed') {
        place(speaker, null);
        speakers.delete(`${input.session} ${input.person}`);
        return;
      }
      const { port, ssrc, extension } = input;
      speaker.source = { port, ssrc };
      const streams = sources.get(port) ?? new Map();
      sources.set(port, streams.set(ssrc, { speaker, extension }));
    },
    packet(port, packet, now) {
      const streams = sources.get(port);
      if (!streams || packet.length < 12 || isRtcp(packet)) return;
      const source = streams.get(packet.readUInt32BE(8));
      const room = source?.speaker.room;
      if (!source || !room) return;
      const { person, isMeasured } = source.speaker;
      const below = audioLevelOf(packet, source.extension);
      if (isMeasured) speech.packet({ ...room, person }, { below, timestamp: packet.readUInt32BE(4) }, now);
      const level = updateLevel(room.levels.get(person) ?? silence, below, now);
      room.levels.set(person, level);
      if (!isLoud(level, now)) return;
      lively.add(room);
      if (!mightSelectSpeakers(room.room, room.levels.size)) return;
      const selected = selectSpeaker(room.selected, person, other => room.levels.get(other) ?? silence, now);
      if (selected === room.selected) return;
      room.selected = selected;
      reselected.add(room);
    },
    isContested: () =>
      [...rooms.values()].some(({ room, levels }) => isCrowded(levels.size) && mightSelectSpeakers(room, levels.size)),
    selections() {
      const changes = [...reselected].map(
        ({ session, room, selected }): SpeakerChange => ({ session, room, selected, active: null }),
      );
      reselected.clear();
      return changes;
    },
    activeSpeakers: now => activeIn(lively, now),
    speech: now => speech.take(now),
  };
}

/** The active speakers of these rooms where they have changed; rooms in which nobody speaks any more are taken out. */
function activeIn(lively: Set<Room>, now: number): { changes: SpeakerChange[]; isPending: boolean } {
  const changes: SpeakerChange[] = [];
  for (const room of lively) {
    const active = activeSpeakersOf(room.active, room.levels, now);
    if (active.join() !== room.active.join())
      changes.push({ session: room.session, room: room.room, selected: null, active });
    room.active = active;
    if (![...room.levels.values()].some(level => isRecent(level, now))) lively.delete(room);
  }
  return { changes, isPending: lively.size > 0 };
}

const isCrowded = (levels: number): boolean => levels > limits.selectedSpeakers;

/** RTCP comes over the same port; its second byte tells it apart (RFC 5761, section 4). */
const isRtcp = (packet: Buffer): boolean => {
  const kind = packet.readUInt8(1) & 0x7f;
  return kind >= 64 && kind <= 95;
};
