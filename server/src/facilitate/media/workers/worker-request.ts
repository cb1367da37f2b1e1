import { background } from '../../../platform/background.ts';
import type { Logger } from '../../../platform/logger.ts';

/** Lets a request to the worker run on by itself; its failure is logged, unless `it` was closed in the meantime. */
export function requestInBackground(
  logger: Logger,
  it: { closed: boolean },
  request: Promise<unknown>,
  where: Record<string, unknown>,
): void {
  const settled = request.catch(error => {
    if (!it.closed) throw error;
  });
  void background(logger, settled, 'the media worker refused a request', where);
}
