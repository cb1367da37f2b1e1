import { limits } from '@multaqa/shared/limits';

/** The name of a file as a title: its end, which tells its kind, is kept. */
export const titleOf = (name: string): string =>
  name.length <= limits.titleGraphemes ? name : `${name.slice(0, limits.titleGraphemes - 12)}…${name.slice(-10)}`;
