/** True for two values of the same JSON; both were read by one schema, so that their keys have one order. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
