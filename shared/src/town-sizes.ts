/** Sizes of towns by inhabitants, from small to large. */
export const townSizes = ['under-10k', 'under-50k', 'under-200k', 'under-1m', 'over-1m'] as const;
export type TownSize = (typeof townSizes)[number];

const bounds = [10_000, 50_000, 200_000, 1_000_000];

/** The size of a town with so many inhabitants; a town right on a bound is of the larger size. */
export const townSizeOf = (inhabitants: number): TownSize =>
  townSizes[bounds.filter(bound => inhabitants >= bound).length] ?? 'over-1m';
