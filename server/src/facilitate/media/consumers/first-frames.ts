import type { Logger } from '../../../platform/logger.ts';
import type { ConsumerEntry, MissingFrame, Participant } from '../session/participant.ts';
import { requestInBackground } from '../workers/worker-request.ts';

/** ms before the first key frame of a video is asked for again; each wait is twice the one before, up to a bound. */
const waits = { first: 2_000, longest: 16_000 };

/** Remembers when the first key frame of a video has been sent on to its device. */
export function watchFirstFrame(entry: ConsumerEntry, where: Record<string, unknown>, logger: Logger): void {
  const { consumer } = entry;
  requestInBackground(logger, consumer, consumer.enableTraceEvent(['keyframe']), where);
  consumer.once('trace', () => {
    entry.missing = null;
    requestInBackground(logger, consumer, consumer.enableTraceEvent([]), where);
  });
}

/** A video begins to be forwarded, and a key frame has been asked for with that. */
export const missingSince = (now: number): MissingFrame => ({ askedAt: now, wait: waits.first });

/**
 * Asks again for the first key frames that have not come; true while any is missing. The request, and the key frame on
 * its way to the server, may be lost: the worker repeats a request once, and a viewer to whom nothing was sent asks for
 * nothing, so that the video would never begin. `now`: ms since the epoch.
 */
export function askForFirstFrames(to: Pick<Participant, 'consumers' | 'where'>, now: number, logger: Logger): boolean {
  let isMissing = false;
  for (const { consumer, isForwarded, missing } of to.consumers.values()) {
    if (!missing || !isForwarded || consumer.producerPaused) continue;
    isMissing = true;
    if (now - missing.askedAt < missing.wait) continue;
    missing.askedAt = now;
    missing.wait = Math.min(waits.longest, missing.wait * 2);
    requestInBackground(logger, consumer, consumer.requestKeyFrame(), to.where);
  }
  return isMissing;
}
