import { Refused } from '../platform/http.ts';
import type { Logger } from '../platform/logger.ts';
import type { Steps } from '../platform/steps.ts';
import { WorkFailed } from '../platform/work-failed.ts';
import { openFaults } from './faults.ts';

type Asked = { logger: Logger; dialogue: string; steps: Steps /** What the log says of a defect. */; words: string };

/**
 * What a thread makes for the answer of a route. Throws a `Refused` with `busy` or `not-ready` while the threads take nothing more, and with the
 * reference under which the log knows more after a defect; what was cancelled stays what it is.
 */
export async function workOrRefusal<Result>(
  work: Promise<Result>,
  { logger, dialogue, steps, words }: Asked,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WorkFailed && error.code === 'busy') throw new Refused('busy');
    if (error instanceof WorkFailed && error.code === 'closed') throw new Refused('not-ready');
    if (steps.signal.aborted) throw error;
    throw new Refused('fault', openFaults(logger, dialogue).log(error, words));
  }
}
