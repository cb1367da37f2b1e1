import { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';

/** RTP and DTLS parameters pass through: mediasoup itself validates them. */
const Opaque = z.record(z.string(), z.unknown());

export const StreamSource = z.enum(['microphone', 'camera']);
export type StreamSource = z.infer<typeof StreamSource>;

/** What a client asks of the media server, by name. Consumers are made by the server alone. */
export const requests = {
  /** Begins media on this connection; a second one of the same person takes the seat. */
  join: z.strictObject({ rtpCapabilities: Opaque }),
  connect: z.strictObject({ direction: z.enum(['send', 'receive']), dtlsParameters: Opaque }),
  produce: z.strictObject({ source: StreamSource, kind: z.enum(['audio', 'video']), rtpParameters: Opaque }),
  pause: z.strictObject({ source: StreamSource, paused: z.boolean() }),
  stop: z.strictObject({ source: StreamSource }),
  /** The client is ready to play a consumer that the server announced. */
  resume: z.strictObject({ consumer: z.string().max(64) }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]>;

export type TransportOptions = {
  id: string;
  iceParameters: unknown;
  iceCandidates: unknown;
  dtlsParameters: unknown;
};

/** What the server answers, by request. */
export type Replies = {
  join: {
    send: TransportOptions;
    receive: TransportOptions;
    iceServers: { urls: string[]; username?: string; credential?: string }[];
  };
  connect: null;
  produce: { producer: string };
  pause: null;
  stop: null;
  resume: null;
};

export type MediaReply<Name extends RequestName> =
  | { ok: true; reply: Replies[Name] }
  | { ok: false; refusal: MediaRefusal };
export const mediaRefusals = [
  'media.unavailable',
  'media.not-here',
  'media.not-permitted',
  'media.unknown',
  'malformed',
  'too-fast',
  'fault',
] as const;
export type MediaRefusal = (typeof mediaRefusals)[number];

/** One stream of another person that this client now receives. */
export type Stream = {
  consumer: string;
  person: Id;
  source: StreamSource;
  producer: string;
  kind: 'audio' | 'video';
  rtpParameters: unknown;
  paused: boolean;
};

/** What the media server tells its clients. */
export type MediaEvents = {
  /** The router's abilities; null when this server has no media worker. Sent on connection, and again when a worker was replaced. */
  hello(hello: { rtpCapabilities: unknown } | null): void;
  stream(stream: Stream): void;
  paused(change: { consumer: string; paused: boolean }): void;
  ended(ended: { consumer: string }): void;
  /** Who speaks now, loudest first. */
  speaking(people: Id[]): void;
  /** Another tab or device of this person took the seat. */
  replaced(): void;
};

export type MediaRequests = {
  request(name: string, input: unknown, reply: (reply: MediaReply<RequestName>) => void): void;
};

/** The namespace of the connection that carries signalling. */
export const mediaNamespace = '/media';
