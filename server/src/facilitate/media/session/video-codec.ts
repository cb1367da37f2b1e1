import type { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import { commonVideoCodec } from '../workers/codecs.ts';
import type { Participant } from './participant.ts';

/** Tells everybody the best codec that all can play when it has changed, so that nobody who joins is left without video. */
export function sendVideoCodec(participants: readonly Participant[], codecs: readonly VideoCodec[]): void {
  if (codecs.length < 2) return;
  const codec = commonVideoCodec(
    codecs,
    participants.map(({ rtpCapabilities }) => rtpCapabilities),
  );
  for (const participant of participants) {
    if (participant.lastSentCodec === codec) continue;
    participant.lastSentCodec = codec;
    participant.peer.send('videoCodec', { codec });
  }
}
