import { post } from './http.ts';

/**
 * Hears of a failure that costs the person nothing they must know of, and notes it on the console under a short code, where
 * support can ask for it. Errors of the kinds named in `expected` (their `name`) mean nothing here and pass unnoted.
 */
export const reportFault =
  (code: string, ...expected: readonly string[]) =>
  (error: unknown): void => {
    const { name } = (error ?? {}) as { name?: unknown };
    if (!expected.some(kind => kind === name)) console.warn(`multaqa ${code}`, error);
  };

/** A short code that a person can read out; the server's log knows more under it. */
export const newReference = (): string => {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...crypto.getRandomValues(new Uint8Array(6))].map(byte => letters[byte % letters.length]).join('');
};

/** Writes a fault to the console, and to the server's log where it can be reached. */
export function tellServer(reference: string, error: unknown): void {
  console.error(`multaqa ${reference}`, error);
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const report = { reference, page: location.pathname.slice(0, 500), error: words.slice(0, 8_000) };
  post('/faults', report).catch(reportFault('fault not reported'));
}
