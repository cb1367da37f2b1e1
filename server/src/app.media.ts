import type { IncomingMessage } from 'node:http';
import { alwaysHeard, maySend, measures, reachOf, streamsRestOn } from '@multaqa/shared/dialogue';
import { limits } from '@multaqa/shared/limits';
import type { Base } from './app.base.ts';
import type { AppOptions } from './app.options.ts';
import type { Config } from './config.ts';
import type { Admission } from './dialogue/admission.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { type Media, type MediaOptions, openMedia } from './facilitate/media/media.ts';
import { type MediaGateway, openMediaGateway } from './facilitate/media/signalling/media.gateway.ts';
import { participantsPerRouter } from './facilitate/media/workers/session-routers.ts';

/** Starts mediasoup's workers; null for a server without voice and video, and when no worker starts. */
export async function startMedia(
  config: Config,
  { media, clock, logger }: AppOptions,
  spoke: MediaOptions['spoke'],
): Promise<Media | null> {
  if (!media) return null;
  return openMedia({
    workerBin: media.worker,
    participantsPerRouter,
    seatTimeout: limits.seatTimeout,
    videoCodecs: config.MEDIA_VIDEO_CODECS,
    count: media.count,
    listen: { host: config.HOST, port: config.MEDIA_PORT },
    announcedAddress: config.MEDIA_ANNOUNCED_ADDRESS ?? null,
    turn: config.TURN_SECRET ? { urls: config.TURN_URLS, secret: config.TURN_SECRET } : null,
    clock,
    logger,
    spoke,
  });
}

/** Opens the door for media signalling, with what the rules of a dialogue say of media. */
export function openMediaDoor(
  { io, rates }: Base,
  { logger }: AppOptions,
  media: Media | null,
  dialogues: Dialogues,
  admit: (request: IncomingMessage, dialogue: string) => Promise<Admission | null>,
): MediaGateway {
  const policy = { maySend, reach: reachOf, alwaysHeard, measures, reads: streamsRestOn };
  return openMediaGateway(io, { media, dialogues, policy, rates, logger, admit });
}
