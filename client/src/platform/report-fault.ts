import { post } from './http.ts';

/**
 * Handles a failure that the person need not know of: writes it to the console under a short code, where support can
 * ask for it. Errors whose `name` is in `expected` mean nothing here and are not written down.
 */
export const reportFault =
  (code: string, ...expected: readonly string[]) =>
  (error: unknown): void => {
    const { name } = (error ?? {}) as { name?: unknown };
    if (!expected.some(kind => kind === name)) console.warn(`multaqa ${code}`, error);
  };

/** Lets a promise run on by itself. When it rejects, the failure is reported under the code, as by `reportFault`. */
export function background(promise: PromiseLike<unknown>, code: string, ...expected: readonly string[]): void {
  promise.then(undefined, reportFault(code, ...expected));
}

/** What a promise resolves with, or null when it rejects; the failure is reported under the code, as by `reportFault`. */
export async function resultOrNull<Result>(
  promise: PromiseLike<Result>,
  code: string,
  ...expected: readonly string[]
): Promise<Result | null> {
  try {
    return await promise;
  } catch (error) {
    reportFault(code, ...expected)(error);
    return null;
  }
}

/** A new short code that a person can read out; the server's log has the details under it. */
export const newReference = (): string => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...crypto.getRandomValues(new Uint8Array(6))].map(byte => letters[byte % letters.length]).join('');
};

/** Writes a fault to the console, and to the server's log when the server can be reached. */
export function tellServer(reference: string, error: unknown): void {
  console.error(`multaqa ${reference}`, error);
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = { reference, page: location.pathname.slice(0, 500), error: words.slice(0, 8_000) };
  background(post('/faults', report), 'fault not reported');
}
