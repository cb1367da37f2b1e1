import type { RequestInput, RequestName } from '@multaqa/shared/facilitate/media/signalling';
import type { DtlsParameters, RtpParameters } from 'mediasoup/types';
import type { MediaSession } from '../session/media-session.ts';
import type { Participant } from '../session/participant.ts';
import { maxIncomingBitrate } from '../workers/codecs.ts';
import { restartIce } from '../workers/transports.ts';
import { accept, type Reply, type Request, refuse } from './requests.ts';

type ParticipantRequestName = Exclude<RequestName, 'join' | 'rejoin' | 'probe' | 'connectProbe'>;
type ParticipantRequest = Extract<Request, { name: ParticipantRequestName }>;

/** Handles the requests of somebody who has joined. */
export async function handleParticipantRequest(
  mediaSession: MediaSession,
  participant: Participant,
  request: ParticipantRequest,
): Promise<Reply> {
  switch (request.name) {
    case 'connectTransport':
      return connectTransport(participant, request.input);
    case 'restartIce': {
      const iceParameters = await restartIce(participant[request.input.direction]);
      return accept<'restartIce'>({ iceParameters });
    }
    case 'produce':
      return produce(mediaSession, participant, request.input);
    case 'pauseProducer': {
      const { source, paused } = request.input;
      const outcome = await mediaSession.pauseProducer(participant, source, paused);
      return outcome === 'done' ? accept<'pauseProducer'>(null) : refuse(outcome);
    }
    case 'closeProducer': {
      const existed = mediaSession.closeProducer(participant, request.input.source);
      return existed ? accept<'closeProducer'>(null) : refuse('media.unknown');
    }
    case 'resumeConsumer': {
      const exists = mediaSession.resumeConsumer(participant, request.input.consumer);
      return exists ? accept<'resumeConsumer'>(null) : refuse('media.unknown');
    }
    case 'show':
      mediaSession.show(participant, request.input.videos);
      return accept<'show'>(null);
    case 'overview': {
      const isGranted = mediaSession.followSpeech(participant, request.input.on);
      return isGranted ? accept<'overview'>(null) : refuse('media.not-permitted');
    }
    case 'networkQuality':
      mediaSession.setNetworkQuality(participant, request.input.quality);
      return accept<'networkQuality'>(null);
  }
}

async function connectTransport(
  participant: Participant,
  { direction, dtlsParameters }: RequestInput<'connectTransport'>,
): Promise<Reply> {
  if (participant.connected.has(direction)) return refuse('malformed');
  participant.connected.add(direction);
  await participant[direction].connect({ dtlsParameters: dtlsParameters as DtlsParameters });
  return accept<'connectTransport'>(null);
}

async function produce(
  mediaSession: MediaSession,
  participant: Participant,
  { source, kind, rtpParameters }: RequestInput<'produce'>,
): Promise<Reply> {
  if (source === 'screen') await participant.send.setMaxIncomingBitrate(maxIncomingBitrate.screen);
  const options = { source, kind, rtpParameters: rtpParameters as RtpParameters };
  const produced = await mediaSession.produce(participant, options);
  return typeof produced === 'string' ? refuse(produced) : accept<'produce'>({ producer: produced.id });
}
