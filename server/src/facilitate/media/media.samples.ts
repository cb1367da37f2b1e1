import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reach } from '@multaqa/shared/dialogue';
import type { ConsumerInfo, MediaEvents } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { Role } from '@multaqa/shared/kernel/messages';
import type { RtpCapabilities, RtpParameters } from 'mediasoup/types';
import { ownRoom } from './session/standing.ts';
import type { SignallingPeer } from './signalling/peer.ts';

const note = fileURLToPath(new URL('../../../../.cache/media-worker.json', import.meta.url));

/** The worker that the preparation of this checkout found or built; null when there is none. */
export const workerBin: string | null = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')).path ?? null) : null;

const dialogue = 'dddddddd-0000-4000-8000-000000000001';
/** The id of the session of every test. */
export const session = 'eeeeeeee-0000-4000-8000-000000000002';
/** Its rooms. */
export const lobby = `${session}/lobby`;
export const plenary = `${session}/plenary`;
export const breakout = `${session}/ffffffff-0000-4000-8000-000000000003`;

/** A peer that records the events it receives, and that can be seated. */
export type TestPeer = SignallingPeer & {
  sit(room: string | null, role?: Role): void;
  /** Lets a host hear another room, or speak beyond their own. */
  reachOut(change: Partial<Reach>): void;
  /** Takes away the right to send from a source, as a host does, and gives it back. */
  forbid(source: 'microphone' | 'camera' | 'screen'): void;
  allow(source: 'microphone' | 'camera' | 'screen'): void;
  received: {
    [Event in keyof MediaEvents]: { event: Event; payload: Parameters<MediaEvents[Event]> };
  }[keyof MediaEvents][];
  /** The consumers that this person has now: `Ada microphone`. */
  consumers(): string[];
  consumerInfos(): ConsumerInfo[];
};

/** Who is in the spotlight of every room of a test. */
export const spotlight: { people: readonly string[] } = { people: [] };

/** Somebody, in the plenary by default. Their name is their id. */
export function newPeer(person: string, room: string | null = plenary, role: Role = 'participant'): TestPeer {
  let audience: Audience | null = null;
  let reach = ownRoom;
  const received: TestPeer['received'] = [];
  const consumers = new Map<string, ConsumerInfo>();
  const forbidden = new Set<string>(['screen']);
  const peer: TestPeer = {
    dialogue,
    person,
    doors: [`door of ${person}`],
    audience: () => audience,
    maySend: source => !forbidden.has(source),
    reach: () => reach,
    alwaysHeard: () => spotlight.people,
    measures: () => true,
    reachOut(change) {
      reach = { ...reach, ...change };
    },
    forbid: source => void forbidden.add(source),
    allow: source => void forbidden.delete(source),
    sit(next, as = role) {
      audience = { role: as, place: next === null ? null : { session: next.slice(0, 36), room: next }, watches: [] };
    },
    send(event, ...payload) {
      const message = { event, payload } as TestPeer['received'][number];
      received.push(message);
      if (message.event !== 'consumers') return;
      for (const consumer of message.payload[0].ended) consumers.delete(consumer);
      for (const info of message.payload[0].began) consumers.set(info.consumer, info);
    },
    received,
    consumerInfos: () => [...consumers.values()],
    consumers: () => [...consumers.values()].map(({ person, source }) => `${person} ${source}`).sort(),
  };
  peer.sit(room);
  return peer;
}

const audioLevel = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level' as const;

/** The RTP capabilities of a device that plays Opus and VP8. */
export const capabilities = (): RtpCapabilities => ({
  codecs: [
    { kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 100, clockRate: 48_000, channels: 2 },
    { kind: 'video', mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000 },
  ],
  headerExtensions: [{ kind: 'audio', uri: audioLevel, preferredId: 10 }],
});

/** The RTP parameters of a microphone. */
export const microphone = (ssrc: number): RtpParameters => ({
  mid: `audio-${ssrc}`,
  codecs: [{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 }],
  headerExtensions: [{ uri: audioLevel, id: 10 }],
  encodings: [{ ssrc }],
  rtcp: { cname: `${ssrc}` },
});

/** The RTP parameters of a camera with three simulcast layers. */
export const camera = (ssrc: number): RtpParameters => ({
  mid: `video-${ssrc}`,
  codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }],
  encodings: [{ ssrc }, { ssrc: ssrc + 100_000 }, { ssrc: ssrc + 200_000 }],
  rtcp: { cname: `${ssrc}` },
});

/** An RTP packet of audio with a level of `below` -dBov in its header extension (RFC 6464). */
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
