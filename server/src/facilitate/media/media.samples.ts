import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ConsumerInfo, MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { Role } from '@multaqa/shared/kernel/messages';
import type { RtpCapabilities, RtpParameters } from 'mediasoup/types';
import type { Guest } from './guest.ts';

const note = fileURLToPath(new URL('../../../../.cache/media-worker.json', import.meta.url));

/** The worker that the preparation of this checkout found or built; null when there is none. */
export const workerBin: string | null = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')).path ?? null) : null;

const dialogue = 'dddddddd-0000-4000-8000-000000000001';
export const session = 'eeeeeeee-0000-4000-8000-000000000002';
export const lobby = `${session}/lobby`;
export const plenary = `${session}/plenary`;
export const breakout = `${session}/ffffffff-0000-4000-8000-000000000003`;

/** A connection that writes down what it is told, and that can be seated. */
export type TestGuest = Guest & {
  sit(room: string | null, role?: Role): void;
  /** Takes a right to send away, as a host's word does, and gives it back. */
  forbid(source: 'microphone' | 'camera' | 'screen'): void;
  allow(source: 'microphone' | 'camera' | 'screen'): void;
  told: {
    [Event in keyof MediaEvents]: { event: Event; payload: Parameters<MediaEvents[Event]> };
  }[keyof MediaEvents][];
  /** What this person receives now: `Ada microphone`. */
  streams(): string[];
  received(): ConsumerInfo[];
};

/** Who is in the light of every room of a test. */
export const light: { people: readonly string[] } = { people: [] };

/** Somebody in the plenary, unless told otherwise. Their name is their id. */
export function newGuest(person: string, room: string | null = plenary, role: Role = 'participant'): TestGuest {
  let audience: Audience | null = null;
  const told: TestGuest['told'] = [];
  const streams = new Map<string, ConsumerInfo>();
  const forbidden = new Set<string>(['screen']);
  const guest: TestGuest = {
    dialogue,
    person,
    doors: [`door of ${person}`],
    audience: () => audience,
    maySend: source => !forbidden.has(source),
    alwaysHeard: () => light.people,
    forbid: source => void forbidden.add(source),
    allow: source => void forbidden.delete(source),
    sit(next, as = role) {
      audience = { role: as, place: next === null ? null : { session: next.slice(0, 36), room: next }, watches: [] };
    },
    send(event, ...payload) {
      const message = { event, payload } as TestGuest['told'][number];
      told.push(message);
      if (message.event === 'consumer') streams.set(message.payload[0].consumer, message.payload[0]);
      if (message.event === 'consumerClosed') streams.delete(message.payload[0].consumer);
    },
    told,
    received: () => [...streams.values()],
    streams: () => [...streams.values()].map(({ person, source }) => `${person} ${source}`).sort(),
  };
  guest.sit(room);
  return guest;
}

const audioLevel = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level' as const;

/** What a device that plays Opus and VP8 says of itself. */
export const capabilities = (): RtpCapabilities => ({
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
  ],
  headerExtensions: [{ kind: 'audio', uri: audioLevel, preferredId: 10 }],
});

export const microphone = (ssrc: number): RtpParameters => ({
  mid: `audio-${ssrc}`,
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  headerExtensions: [{ uri: audioLevel, id: 10 }],
  encodings: [{ ssrc }],
  rtcp: { cname: `${ssrc}` },
});

/** A camera in three sizes. */
export const camera = (ssrc: number): RtpParameters => ({
  mid: `video-${ssrc}`,
  codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }],
  encodings: [{ ssrc }, { ssrc: ssrc + 100_000 }, { ssrc: ssrc + 200_000 }],
  rtcp: { cname: `${ssrc}` },
});

/** A packet of sound as it travels: its loudness in dBvo below full scale stands in a header extension (RFC 6464). */
export function soundPacket(ssrc: number, sequence: number, below: number): Buffer {
  const packet = Buffer.alloc(40);
  packet.writeUInt8(0x90, 0);
  packet.writeUInt8(100, 1);
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(sequence * 960, 4);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt16BE(0xbede, 12);
  packet.writeUInt16BE(1, 14);
  packet.writeUInt8(10 << 4, 16);
  packet.writeUInt8(0x80 | below, 17);
  return packet;
}
