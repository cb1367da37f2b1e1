import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { openSegmenter, type Run, type Segmenter } from './segmenter.ts';

/** Who spoke in a room since the last batch of it, ms of any clock; nobody else did until `to`. */
export type SpeechBatch = {
  session: number;
  room: RoomId;
  to: number;
  runs: readonly { person: PersonId; from: number; to: number }[];
};

type Speaker = { session: number; person: PersonId; room: RoomId };

/** The speech of all rooms that measure it, segmented and told in batches. */
export type SpeechBatches = {
  /** One packet of an open microphone: its level in -dBov and its RTP timestamp, at `now`. */
  packet(speaker: Speaker, packet: { below: number; timestamp: number }, now: number): void;
  /** Somebody's microphone is muted, or no longer in this room. */
  left(speaker: Speaker): void;
  /** What is known since the last batches; `isPending`: there will be more without another packet. */
  take(now: number): { batches: SpeechBatch[]; isPending: boolean };
};

type Microphone = { segmenter: Segmenter; time: MediaTime };
type Room = {
  session: number;
  room: RoomId;
  microphones: Map<PersonId, Microphone>;
  /** What those said who have left since the last batch. */
  left: { person: PersonId; run: Run }[];
  /** The end of the last run that was told, until a batch has said that it was over. */
  toldTo: number | null;
};

/** Batches of nobody yet. */
export function openSpeechBatches(): SpeechBatches {
  const rooms = new Map<string, Room>();
  const roomOf = ({ session, room }: Speaker): Room => {
    const key = `${session} ${room}`;
    const known = rooms.get(key) ?? { session, room, microphones: new Map(), left: [], toldTo: null };
    rooms.set(key, known);
    return known;
  };
  return {
    packet(speaker, { below, timestamp }, now) {
      const { microphones } = roomOf(speaker);
      const known = microphones.get(speaker.person) ?? { segmenter: openSegmenter(), time: openMediaTime() };
      microphones.set(speaker.person, known);
      known.segmenter.packet(below, known.time(timestamp, now));
    },
    left(speaker) {
      const { microphones, left } = roomOf(speaker);
      const runs = microphones.get(speaker.person)?.segmenter.cut() ?? [];
      microphones.delete(speaker.person);
      left.push(...runs.map(run => ({ person: speaker.person, run })));
    },
    take(now) {
      const batches: SpeechBatch[] = [];
      for (const [key, room] of rooms) {
        const batch = batchOf(room, now);
        if (batch) batches.push(batch);
        if (room.microphones.size === 0 && room.left.length === 0 && room.toldTo === null) rooms.delete(key);
      }
      const isPending = [...rooms.values()].some(({ toldTo, left }) => toldTo !== null || left.length > 0);
      return { batches, isPending };
    },
  };
}

function batchOf(room: Room, now: number): SpeechBatch | null {
  const { session, room: id, microphones } = room;
  const to = Math.min(now, ...[...microphones.values()].map(({ segmenter }) => segmenter.knownTo(now)));
  const left = room.left.map(({ person, run }) => ({ person, ...run, to: Math.min(run.to, to) }));
  room.left = room.left
    .filter(({ run }) => run.to > to)
    .map(({ person, run }) => ({ person, run: { from: Math.max(run.from, to), to: run.to } }));
  const speaking = [...microphones].flatMap(([person, { segmenter }]) =>
    segmenter.take(to).map(run => ({ person, ...run })),
  );
  const runs = [...left.filter(run => run.from < run.to), ...speaking];
  if (runs.length > 0) {
    room.toldTo = Math.max(...runs.map(run => run.to));
    return { session, room: id, to, runs: runs.slice(0, limits.runsPerBatch) };
  }
  if (room.toldTo === null || to - room.toldTo < limits.bridgedPause) return null;
  room.toldTo = null;
  return { session, room: id, to, runs };
}

/** When the sound of a packet began, ms of the clock of `now`. */
type MediaTime = (timestamp: number, now: number) => number;

/** Ticks of an RTP timestamp of Opus in a ms (RFC 7587), and how far (ms) it may run away from the clock. */
const ticksPerMs = 48;
const drift = 400;

/**
 * Packets come in bundles and their timestamps in order: time is told by these, from the packet that came soonest after its
 * sound, so that what was said in pieces is not torn or squeezed by how it arrived.
 */
function openMediaTime(): MediaTime {
  let anchor: { timestamp: number; at: number } | null = null;
  return (timestamp, now) => {
    const at = anchor ? anchor.at + ((timestamp - anchor.timestamp) | 0) / ticksPerMs : now;
    const isTrue = at <= now && now - at <= drift;
    anchor = { timestamp, at: isTrue ? at : now };
    return Math.round(anchor.at);
  };
}
