import { type Logger, newReference } from './logger.ts';

/**
 * Lets a promise run on by itself. When it rejects, the log says what failed, under a reference; `where` names the dialogue,
 * person or key. The returned promise never rejects.
 */
export const background = (
  logger: Pick<Logger, 'error'>,
  promise: PromiseLike<unknown>,
  what: string,
  where: Record<string, unknown> = {},
): Promise<void> =>
  Promise.resolve(promise).then(
    () => undefined,
    error => logger.error({ error, reference: newReference(), ...where }, what),
  );
