import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { SpeechEvent, SpeechOverview } from './speech.ts';

/** RTP and DTLS parameters pass through: mediasoup itself validates them. */
const Opaque = z.record(z.string(), z.unknown());

/** What one person can send, at most one of each. */
export const StreamSource = z.enum(['microphone', 'camera', 'screen', 'screen-audio']);
export type StreamSource = z.infer<typeof StreamSource>;

/**
 * How well a device's network carries media, as the device says and the others see it: everything, less than it
 * would like, or audio only.
 */
export const NetworkQuality = z.enum(['good', 'weak', 'audio-only']);
export type NetworkQuality = z.infer<typeof NetworkQuality>;

/**
 * What a device takes part with. With `text` it sends nothing and is sent no sound: it hears who speaks by name, and
 * shows a screen only for as long as it asks for it.
 */
export const TakesPartBy = z.enum(['sound', 'text']);
export type TakesPartBy = z.infer<typeof TakesPartBy>;

/** A video that a device shows, and how large it is drawn there. */
export const ShownVideo = z.strictObject({
  person: Id,
  source: z.enum(['camera', 'screen']),
  size: z.enum(['small', 'medium', 'large']),
});
export type ShownVideo = z.infer<typeof ShownVideo>;

/** How video is encoded, from the codec that every browser has to the one that saves most. */
export const VideoCodec = z.enum(['VP8', 'VP9', 'AV1']);
export type VideoCodec = z.infer<typeof VideoCodec>;

const Direction = z.enum(['send', 'receive']);
export type Direction = z.infer<typeof Direction>;

/** A path through a network: straight to the server by UDP or TCP, or over the operator's relay (TURN). */
export const NetworkPath = z.enum(['udp', 'tcp', 'relay']);
export type NetworkPath = z.infer<typeof NetworkPath>;

/** What a client asks of the media server, by name. Consumers are made by the server alone. */
export const requests = {
  /**
   * Begins media on this connection. `device` is made by the tab and outlives its reloads; when another device of
   * the same person has the seat, the answer is `media.elsewhere` unless it is taken over, or takes part by text alone.
   */
  join: z.strictObject({
    device: Id,
    takeOver: z.boolean(),
    by: TakesPartBy,
    network: NetworkQuality,
    rtpCapabilities: Opaque,
  }),
  /** Goes on after a lost connection with the transports that this device has; `media.not-here` when they are gone. */
  rejoin: z.strictObject({ device: Id }),
  connectTransport: z.strictObject({ direction: Direction, dtlsParameters: Opaque }),
  /** New ICE parameters for a transport whose path through the network has broken. */
  restartIce: z.strictObject({ direction: Direction }),
  produce: z.strictObject({ source: StreamSource, kind: z.enum(['audio', 'video']), rtpParameters: Opaque }),
  pauseProducer: z.strictObject({ source: StreamSource, paused: z.boolean() }),
  closeProducer: z.strictObject({ source: StreamSource }),
  /** The client is ready to play a consumer that the server announced. */
  resumeConsumer: z.strictObject({ consumer: z.string().max(64) }),
  /** Every video that this device shows now; all others are paused. */
  show: z.strictObject({ videos: z.array(ShownVideo).max(limits.videosPerDevice) }),
  networkQuality: z.strictObject({ quality: NetworkQuality }),
  /** Begins or ends to be told who speaks in every room of the session; for hosts. */
  overview: z.strictObject({ on: z.boolean() }),
  /** A transport for trying a path through the network; the one before it ends. */
  probe: z.strictObject({ path: NetworkPath }),
  connectProbe: z.strictObject({ dtlsParameters: Opaque }),
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
  rejoin: { send: unknown; receive: unknown; consumers: ConsumerInfo[] };
  connectTransport: null;
  restartIce: { iceParameters: unknown };
  produce: { producer: string };
  pauseProducer: null;
  closeProducer: null;
  resumeConsumer: null;
  show: null;
  networkQuality: null;
  overview: null;
  /** `media.no-path` is refused where the operator has not set one up. */
  probe: { transport: TransportOptions; iceServers: IceServer[] };
  connectProbe: null;
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
  'media.no-path',
  'malformed',
  'too-fast',
  'fault',
] as const;
export type MediaRefusal = (typeof mediaRefusals)[number];

/**
 * How a stream comes to somebody: from their own room, from the one that they listen to as a host, from a host who speaks to their
 * room, or from one who speaks to them alone.
 */
export type Way = 'room' | 'listening' | 'address' | 'whisper';

/** One stream of another person that this client now receives. */
export type ConsumerInfo = {
  consumer: string;
  person: Id;
  source: StreamSource;
  way: Way;
  producer: string;
  kind: 'audio' | 'video';
  rtpParameters: unknown;
  paused: boolean;
};

/** What somebody's device sends and how good its network is, as everybody in the room may know it. */
export type ParticipantMedia = { microphone: boolean; camera: boolean; screen: boolean; network: NetworkQuality };

/** What the media server tells its clients. */
export type MediaEvents = {
  /** The router's RTP capabilities; null when this server has no media worker. Sent on connection, and again when a worker was replaced. */
  router(router: { rtpCapabilities: unknown } | null): void;
  /** Streams that begin to come, or that come by another way now, and the consumers of those that have ended; what one turn changes is told at once. */
  consumers(change: { began: readonly ConsumerInfo[]; ended: readonly string[] }): void;
  consumerPaused(change: { consumer: string; paused: boolean }): void;
  /** Who takes part with a device in this room: everybody (`all`), or those of whom something changed; null for who has gone. */
  participants(change: { all: boolean; people: Record<Id, ParticipantMedia | null> }): void;
  /** Who speaks now, loudest first. */
  activeSpeakers(people: readonly Id[]): void;
  /** Who speaks and has spoken in each room: all of it (`all`) at first, afterwards what has happened since; for hosts who have asked for it. */
  speech(change: { all: SpeechOverview | null; events: readonly SpeechEvent[] }): void;
  /** The finest layer of this person's camera that anybody shows (0 is the smallest); null while nobody does. */
  maxLayer(change: { layer: 0 | 1 | 2 | null }): void;
  /** What everybody in the session can play: video is sent in it from now on. */
  videoCodec(change: { codec: VideoCodec }): void;
  /** The server has closed or paused a producer of this person: a host did so, or they may not send here. */
  producerStopped(stopped: { source: StreamSource }): void;
  /** Another tab or device of this person took the seat. */
  replaced(): void;
};

export type MediaRequests = {
  request(name: string, input: unknown, reply: (reply: MediaReply<RequestName>) => void): void;
};

/** The namespace of the connection that carries signalling. */
export const mediaNamespace = '/media';
