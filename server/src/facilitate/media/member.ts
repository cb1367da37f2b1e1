import type {
  Direction,
  NetworkQuality,
  ShownVideo,
  StreamSource,
  VideoCodec,
} from '@multaqa/shared/facilitate/media/signalling';
import type { Id } from '@multaqa/shared/kernel/ids';
import type { Consumer, Producer, RtpCapabilities, RtpParameters, Transport } from 'mediasoup/types';
import type { Logger } from '../../platform/logger.ts';
import { canSend } from './can-receive.ts';
import { kinds } from './codecs.ts';
import type { Guest } from './guest.ts';
import type { Hall } from './halls.ts';
import { unlessClosed } from './unless-closed.ts';

/** The two ways between the server and one person, and what the person's device can play. */
export type Ends = { hall: Hall; send: Transport; receive: Transport; rtpCapabilities: RtpCapabilities };

/** One stream to a person. A picture flows when the device has said that it is `ready`; `restsSince` is when it was last shown. */
export type Incoming = {
  consumer: Consumer;
  from: Member;
  source: StreamSource;
  isReady: boolean;
  flows: boolean;
  size: ShownVideo['size'] | null;
  restsSince: number | null;
};

/** Somebody whose device takes part in a session. */
export type Member = Ends & {
  /** The connection that speaks for the device now. */
  guest: Guest;
  device: Id;
  status: 'open' | 'closed';
  /** When its connection was lost, ms since the epoch; null while it is there. */
  lostAt: number | null;
  network: NetworkQuality;
  /** The ways that the device has given its key for, which it can do once. */
  connected: Set<Direction>;
  producers: Map<StreamSource, Producer>;
  /** What this person receives, by the id of the producer. */
  incoming: Map<string, Incoming>;
  /** Producers whose consumer is being made. */
  opening: Set<string>;
  /** Producers that this person's device cannot play. */
  unplayable: Set<string>;
  /** The pictures that the device shows, by `pictureKey`. */
  watched: Map<string, ShownVideo['size']>;
  /** The finest layer of the camera that was asked for, and since when a coarser one would do. */
  demand: { layer: 0 | 1 | 2 | null; lessSince: number | null };
  /** A host has silenced the microphone, and its owner has been told. */
  isSilenced: boolean;
  /** In which codec the device was told to send pictures; null before the first word. */
  toldCodec: VideoCodec | null;
  /** The room whose company was told in full. */
  toldRoom: string | null;
};

export const pictureKey = (person: Id, source: StreamSource): string => `${person} ${source}`;

export const createMember = (guest: Guest, device: Id, network: NetworkQuality, ends: Ends): Member => ({
  ...ends,
  guest,
  device,
  network,
  status: 'open',
  lostAt: null,
  connected: new Set(),
  producers: new Map(),
  incoming: new Map(),
  opening: new Set(),
  unplayable: new Set(),
  watched: new Map(),
  demand: { layer: 2, lessSince: null },
  isSilenced: false,
  toldCodec: null,
  toldRoom: null,
});

/** Ends all that this person sends and receives. */
export function closeMember(member: Member): void {
  member.status = 'closed';
  member.send.close();
  member.receive.close();
}

export type StreamToSend = { source: StreamSource; kind: 'audio' | 'video'; rtpParameters: RtpParameters };

/** Takes a stream in from a person, in the place of an earlier one from the same source; a code when that may not be. */
export async function produce(
  member: Member,
  { source, kind, rtpParameters }: StreamToSend,
): Promise<Producer | 'malformed' | 'media.not-permitted'> {
  if (kinds[source] !== kind) return 'malformed';
  if (!maySend(member, source)) return 'media.not-permitted';
  const producer = await member.send.produce({ kind, rtpParameters, keyFrameRequestDelay: 1_000 });
  // Much can happen while the worker answers.
  if (!maySend(member, source)) {
    producer.close();
    return 'media.not-permitted';
  }
  member.producers.get(source)?.close();
  member.producers.set(source, producer);
  return producer;
}

/** True when the rules let this person send from there now. */
export function maySend({ guest, status }: Member, source: StreamSource): boolean {
  const audience = guest.audience();
  if (status !== 'open' || audience === null || !canSend(audience)) return false;
  return guest.maySend(source === 'screen-audio' ? 'screen' : source);
}

/**
 * Ends or silences what this person may not send any more, and says so; true when that was anything. A silenced
 * microphone stays, so that it can be heard again at once.
 */
export function enforce(member: Member, logger: Logger): boolean {
  let isOther = false;
  for (const [source, producer] of member.producers) {
    if (source === 'microphone') isOther = silence(member, producer, logger) || isOther;
    else if (!producer.closed && !maySend(member, source)) {
      member.producers.delete(source);
      producer.close();
      member.guest.send('producerStopped', { source });
      isOther = true;
    }
  }
  return isOther;
}

function silence(member: Member, producer: Producer, logger: Logger): boolean {
  const isForbidden = !maySend(member, 'microphone');
  if (isForbidden === member.isSilenced) return false;
  member.isSilenced = isForbidden;
  if (isForbidden) {
    member.guest.send('producerStopped', { source: 'microphone' });
    void producer.pause().catch(unlessClosed(producer, logger));
  }
  return true;
}
