import type { Request, Response } from 'express';
import { refusalOf } from './http.ts';
import type { Logger } from './logger.ts';

/** What a call that takes a while is given: where to tell how far it is, and whether the caller is still there. */
export type Steps = { progress(done: number, total: number): void; signal: AbortSignal };

const lines = 'application/x-ndjson';

/**
 * Answers a call that takes a while. A caller who accepts lines of JSON is told of each step as `{ progress }`, then of the
 * `{ result }` or why there is none; any other gets the result alone, as always.
 */
export async function answerInSteps(
  request: Request,
  response: Response,
  logger: Logger,
  work: (steps: Steps) => Promise<unknown>,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const isTold = request.accepts(['application/json', lines]) === lines;
  const tell = (line: unknown) => {
    if (!response.headersSent) response.status(200).type(lines);
    response.write(`${JSON.stringify(line)}\n`);
  };
  const progress: Steps['progress'] = (done, total) => {
    if (isTold && !gone.signal.aborted) tell({ progress: { done, total } });
  };
  try {
    const result = await work({ progress, signal: gone.signal });
    if (gone.signal.aborted) return;
    if (!isTold) return void response.json(result);
    tell({ result });
  } catch (error) {
    // Nobody is there to be told.
    if (gone.signal.aborted) return;
    if (!response.headersSent) throw error;
    tell(refusalOf(error, logger));
  }
  response.end();
}
