import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Consumer, MediaKind, Producer, RtpCapabilities, RtpParameters, Transport } from 'mediasoup/types';
import { canSend } from './can-receive.ts';
import type { Guest } from './guest.ts';

/** The two ways between the server and one person, and what the person's device can play. */
export type Ends = { send: Transport; receive: Transport; rtpCapabilities: RtpCapabilities };

/** Somebody whose device takes part in a session. */
export type Member = Ends & {
  guest: Guest;
  status: 'open' | 'closed';
  /** The ways that the device has given its key for, which it can do once. */
  connected: Set<'send' | 'receive'>;
  producers: Map<StreamSource, Producer>;
  /** What this person receives, by the id of the producer. */
  consumers: Map<string, Consumer>;
  /** Producers whose consumer is being made. */
  opening: Set<string>;
  /** Producers that this person's device cannot play. */
  unplayable: Set<string>;
  /** Who spoke, as it was last told to this person. */
  told: string;
};

export const createMember = (guest: Guest, ends: Ends): Member => ({
  ...ends,
  guest,
  status: 'open',
  connected: new Set(),
  producers: new Map(),
  consumers: new Map(),
  opening: new Set(),
  unplayable: new Set(),
  told: '',
});

/** Ends all that this person sends and receives. */
export function closeMember(member: Member): void {
  member.status = 'closed';
  member.send.close();
  member.receive.close();
}

const kinds: Record<StreamSource, MediaKind> = { microphone: 'audio', camera: 'video' };

/** Takes a stream in from a person, in the place of an earlier one from the same source; a code when that may not be. */
export async function produce(
  member: Member,
  { source, kind, rtpParameters }: { source: StreamSource; kind: MediaKind; rtpParameters: RtpParameters },
): Promise<Producer | 'malformed' | 'media.not-permitted'> {
  if (kinds[source] !== kind) return 'malformed';
  if (!maySend(member)) return 'media.not-permitted';
  const producer = await member.send.produce({ kind, rtpParameters, keyFrameRequestDelay: 1_000 });
  // Much can happen while the worker answers.
  if (!maySend(member)) {
    producer.close();
    return 'media.not-permitted';
  }
  member.producers.get(source)?.close();
  member.producers.set(source, producer);
  return producer;
}

const maySend = ({ guest, status }: Member): boolean => {
  const audience = guest.audience();
  return status === 'open' && audience !== null && canSend(audience);
};
