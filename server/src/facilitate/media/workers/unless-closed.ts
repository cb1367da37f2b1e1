import type { Logger } from '../../../platform/logger.ts';

/** A rejection handler for requests to the worker: logs the error, unless `it` was closed in the meantime. */
export const unlessClosed =
  (it: { closed: boolean }, logger: Logger) =>
  (error: unknown): void => {
    if (!it.closed) logger.warn({ error }, 'the media worker refused a request');
  };
