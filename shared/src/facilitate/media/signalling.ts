import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';

/** RTP and DTLS parameters pass through: mediasoup itself validates them. */
const Opaque = z.record(z.string(), z.unknown());

/** What one person can send, at most one of each. */
export const StreamSource = z.enum(['microphone', 'camera', 'screen', 'screen-sound']);
export type StreamSource = z.infer<typeof StreamSource>;

/**
 * What a device's line carries, as it says itself and the others see it: everything, less than it would like,
 * or sound alone.
 */
export const LineQuality = z.enum(['good', 'weak', 'sound']);
export type LineQuality = z.infer<typeof LineQuality>;

/** A picture on the screen of a device, and how large it is drawn there. */
export const Picture = z.strictObject({
  person: Id,
  source: z.enum(['camera', 'screen']),
  size: z.enum(['small', 'medium', 'large']),
});
export type Picture = z.infer<typeof Picture>;

/** How pictures are encoded, from what every browser knows to what saves most. */
export const PictureCodec = z.enum(['VP8', 'VP9', 'AV1']);
export type PictureCodec = z.infer<typeof PictureCodec>;

const Direction = z.enum(['send', 'receive']);
export type Direction = z.infer<typeof Direction>;

/** A way through a network: straight to the server by UDP or TCP, or over the operator's relay. */
export const Way = z.enum(['udp', 'tcp', 'relay']);
export type Way = z.infer<typeof Way>;

/** What a client asks of the media server, by name. Consumers are made by the server alone. */
export const requests = {
  /**
   * Begins media on this connection. `device` is made by the tab and outlives its reloads; when another device of
   * the same person has the seat, the answer is `media.elsewhere` unless it is taken over.
   */
  join: z.strictObject({ device: Id, takeOver: z.boolean(), line: LineQuality, rtpCapabilities: Opaque }),
  /** Goes on after a lost connection with the transports that this device has; `media.not-here` when they are gone. */
  return: z.strictObject({ device: Id }),
  connect: z.strictObject({ direction: Direction, dtlsParameters: Opaque }),
  /** New ICE parameters for a transport whose path through the network has broken. */
  restart: z.strictObject({ direction: Direction }),
  produce: z.strictObject({ source: StreamSource, kind: z.enum(['audio', 'video']), rtpParameters: Opaque }),
  pause: z.strictObject({ source: StreamSource, paused: z.boolean() }),
  stop: z.strictObject({ source: StreamSource }),
  /** The client is ready to play a consumer that the server announced. */
  resume: z.strictObject({ consumer: z.string().max(64) }),
  /** Every picture that this device shows now; all others rest. */
  watch: z.strictObject({ pictures: z.array(Picture).max(limits.picturesPerDevice) }),
  line: z.strictObject({ line: LineQuality }),
  /** A transport for trying a way through the network; the one before it ends. */
  probe: z.strictObject({ way: Way }),
  'probe-connect': z.strictObject({ dtlsParameters: Opaque }),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.infer<(typeof requests)[Name]>;

export type TransportOptions = {
  id: string;
  iceParameters: unknown;
  iceCandidates: unknown;
  dtlsParameters: unknown;
};

export type IceServer = { urls: string[]; username?: string; credential?: string };

/** What the server answers, by request. */
export type Replies = {
  join: { send: TransportOptions; receive: TransportOptions; iceServers: IceServer[] };
  /** ICE parameters of both transports, and all that is sent to this device now: what is missing has ended. */
  return: { send: unknown; receive: unknown; streams: Stream[] };
  connect: null;
  restart: { iceParameters: unknown };
  produce: { producer: string };
  pause: null;
  stop: null;
  resume: null;
  watch: null;
  line: null;
  /** `media.no-way` is refused where the operator has not set one up. */
  probe: { transport: TransportOptions; iceServers: IceServer[] };
  'probe-connect': null;
};

export type MediaReply<Name extends RequestName> =
  | { ok: true; reply: Replies[Name] }
  | { ok: false; refusal: MediaRefusal };
export const mediaRefusals = [
  'media.unavailable',
  'media.not-here',
  'media.elsewhere',
  'media.not-permitted',
  'media.unknown',
  'media.no-way',
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

/** What somebody's device sends and what its line carries, as everybody in the room may know it. */
export type Seen = { microphone: boolean; camera: boolean; screen: boolean; line: LineQuality };

/** What the media server tells its clients. */
export type MediaEvents = {
  /** The router's abilities; null when this server has no media worker. Sent on connection, and again when a worker was replaced. */
  hello(hello: { rtpCapabilities: unknown } | null): void;
  stream(stream: Stream): void;
  paused(change: { consumer: string; paused: boolean }): void;
  ended(ended: { consumer: string }): void;
  /** Who takes part with a device in this room: everybody (`all`), or those of whom something changed; null for who has gone. */
  company(change: { all: boolean; people: Record<Id, Seen | null> }): void;
  /** Who speaks now, loudest first. */
  speaking(people: readonly Id[]): void;
  /** The finest layer of one's camera that anybody shows (0 is the smallest); null while nobody does. */
  demand(demand: { layer: 0 | 1 | 2 | null }): void;
  /** What everybody in the session can play: pictures are sent in it from now on. */
  codec(codec: { pictures: PictureCodec }): void;
  /** The server has ended or silenced one's own stream: by a facilitator's word, or because one may not send here. */
  stopped(stopped: { source: StreamSource }): void;
  /** Another tab or device of this person took the seat. */
  replaced(): void;
};

export type MediaRequests = {
  request(name: string, input: unknown, reply: (reply: MediaReply<RequestName>) => void): void;
};

/** The namespace of the connection that carries signalling. */
export const mediaNamespace = '/media';
