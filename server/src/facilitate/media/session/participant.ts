import type {
  Direction,
  NetworkQuality,
  ShownVideo,
  StreamSource,
  TakesPartBy,
  VideoCodec,
  Way,
} from '@multaqa/shared/facilitate/media/signalling';
import type { Id, SessionId } from '@multaqa/shared/kernel/ids';
import type { Consumer, Producer, RtpCapabilities, RtpParameters, Transport } from 'mediasoup/types';
import type { Debug } from '../../../dialogue/engine-metrics.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { SignallingPeer } from '../signalling/peer.ts';
import { kinds } from '../workers/codecs.ts';
import type { SessionRouter } from '../workers/session-routers.ts';
import { requestInBackground } from '../workers/worker-request.ts';
import { canSend } from './can-receive.ts';

/** The transports of one device, the router they belong to, and what the device can play. */
export type DeviceTransports = {
  sessionRouter: SessionRouter;
  send: Transport;
  receive: Transport;
  rtpCapabilities: RtpCapabilities;
};

/** A video of which no key frame has been sent on yet: when one was last asked for (ms since the epoch), and how long to wait before the next time. */
export type MissingFrame = { askedAt: number; wait: number };

/**
 * A consumer of one participant, and by which `way` it comes to them. `isReady`: the device can play it (video waits for that). `isForwarded`: it is not
 * paused. `size`: how large the video is drawn. `missing`: its first key frame has not been sent on yet. `hiddenSince`: when it
 * was last wanted, ms since the epoch; null while it is.
 */
export type ConsumerEntry = {
  consumer: Consumer;
  from: Participant;
  source: StreamSource;
  way: Way;
  isReady: boolean;
  isForwarded: boolean;
  size: ShownVideo['size'] | null;
  missing: MissingFrame | null;
  hiddenSince: number | null;
};

/** Consumers that have begun or come by another way since their device was told, and the ids of those that have ended. */
export type Untold = { began: Set<ConsumerEntry>; ended: string[] };

/** A person whose device takes part in a media session. */
export type Participant = DeviceTransports & {
  /** The connection that speaks for the device now. */
  peer: SignallingPeer;
  device: Id;
  by: TakesPartBy;
  /** Names this participant in the log: dialogue, session, person. */
  where: Record<string, unknown>;
  /** Writes a debug line that names this participant. */
  debug: Debug;
  status: 'open' | 'closed';
  /** When its connection was lost, ms since the epoch; null while it is there. */
  disconnectedAt: number | null;
  network: NetworkQuality;
  /** The transports whose DTLS parameters the device has sent, which it can do once. */
  connected: Set<Direction>;
  producers: Map<StreamSource, Producer>;
  /** By the id of the producer. */
  consumers: Map<string, ConsumerEntry>;
  /** Ids of producers whose consumer is being created. */
  creating: Set<string>;
  /** What the device is still to be told of its consumers. */
  untold: Untold;
  /** Ids of producers that this device cannot play. */
  unplayable: Set<string>;
  /** The videos that the device shows, by `videoKey`. */
  shownVideos: Map<string, ShownVideo['size']>;
  /** The highest camera layer that the device was told to send, and since when (ms since the epoch) a lower one would do. */
  maxLayer: { layer: 0 | 1 | 2 | null; lessSince: number | null };
  /** The rules forbid the microphone, and the device was told. */
  isForceMuted: boolean;
  /** The codec that the device was last told to send video in; null before the first time. */
  lastSentCodec: VideoCodec | null;
  /** The room whose participants were last sent in full. */
  lastSentRoom: string | null;
};

/** The key of a video in `shownVideos`. */
export const videoKey = (person: Id, source: StreamSource): string => `${person} ${source}`;

/** What a device says of itself when it joins. */
export type JoiningDevice = { device: Id; by: TakesPartBy; network: NetworkQuality; transports: DeviceTransports };

/** A participant of a session that sends and receives nothing yet. */
export function createParticipant(
  peer: SignallingPeer,
  { device, by, network, transports }: JoiningDevice,
  session: SessionId,
  logger: Logger,
): Participant {
  const where = { dialogue: peer.dialogue, session, person: peer.person };
  return {
    ...transports,
    peer,
    device,
    by,
    where,
    debug: (what, more) => logger.debug({ ...where, ...more }, what),
    network,
    status: 'open',
    disconnectedAt: null,
    connected: new Set(),
    producers: new Map(),
    consumers: new Map(),
    creating: new Set(),
    untold: { began: new Set(), ended: [] },
    unplayable: new Set(),
    shownVideos: new Map(),
    maxLayer: { layer: 2, lessSince: null },
    isForceMuted: false,
    lastSentCodec: null,
    lastSentRoom: null,
  };
}

/** Closes both transports, and with them everything this participant sends and receives. */
export function closeParticipant(participant: Participant): void {
  participant.status = 'closed';
  participant.send.close();
  participant.receive.close();
}

/** What a device wants to send. */
export type ProduceOptions = { source: StreamSource; kind: 'audio' | 'video'; rtpParameters: RtpParameters };

/** Creates a producer, in place of an earlier one from the same source; a refusal when the form or the rules forbid it. */
export async function produce(
  participant: Participant,
  { source, kind, rtpParameters }: ProduceOptions,
): Promise<Producer | 'malformed' | 'media.not-permitted'> {
  if (kinds[source] !== kind) return 'malformed';
  if (!maySend(participant, source)) return 'media.not-permitted';
  const producer = await participant.send.produce({ kind, rtpParameters, keyFrameRequestDelay: 1_000 });
  // The rules may have changed while the worker answered.
  if (!maySend(participant, source)) {
    producer.close();
    return 'media.not-permitted';
  }
  participant.producers.get(source)?.close();
  participant.producers.set(source, producer);
  participant.debug('a producer was created', { source, producer: producer.id });
  return producer;
}

/** True when the rules let this participant send from a source now; who takes part by text sends nothing. */
export function maySend({ peer, status, by }: Participant, source: StreamSource): boolean {
  const audience = peer.audience();
  if (status !== 'open' || by === 'text' || audience === null || !canSend(audience)) return false;
  return peer.maySend(source === 'screen-audio' ? 'screen' : source);
}

/**
 * Closes what this participant may no longer send and tells the device; true when anything changed. A forbidden
 * microphone is paused and stays, so that it can be heard again at once.
 */
export function enforceSendRights(participant: Participant, logger: Logger): boolean {
  let hasChanged = false;
  for (const [source, producer] of participant.producers) {
    if (source === 'microphone') hasChanged = forceMute(participant, producer, logger) || hasChanged;
    else if (!producer.closed && !maySend(participant, source)) {
      participant.producers.delete(source);
      producer.close();
      participant.peer.send('producerStopped', { source });
      participant.debug('a producer was closed by the rules', { source });
      hasChanged = true;
    }
  }
  return hasChanged;
}

function forceMute(participant: Participant, producer: Producer, logger: Logger): boolean {
  const isForbidden = !maySend(participant, 'microphone');
  if (isForbidden === participant.isForceMuted) return false;
  participant.isForceMuted = isForbidden;
  participant.debug(isForbidden ? 'a microphone was forbidden' : 'a microphone is allowed again', {});
  if (isForbidden) {
    participant.peer.send('producerStopped', { source: 'microphone' });
    requestInBackground(logger, producer, producer.pause(), participant.where);
  }
  return true;
}
