import type { Tally } from '../tally.ts';

/** The group of those whose own group is too small to be told. */
export const others = 'others';

export const suppressed = (cells: { readonly [group: string]: Tally }): { group: string; tally: Tally }[] =>
  Object.entries(cells).map(([group, tally]) => ({ group, tally }));
