import type { Logger } from '../../platform/logger.ts';

/** Hears of a request to the worker that failed: nothing when what it was for has ended meanwhile, otherwise a line in the log. */
export const unlessClosed =
  (it: { closed: boolean }, logger: Logger) =>
  (error: unknown): void => {
    if (!it.closed) logger.warn({ error }, 'the media worker refused a request');
  };
