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
