import type { AnySlice, StateParts } from '@multaqa/shared/kernel/slice';

const whole: StateParts<unknown> = { split: state => ({ state: state as object }), join: ({ state }) => state };

/** Names a part among those of all slices. */
export const partId = (slice: string, key: string): string => `${slice} ${key}`;

/** How a slice's state is kept in a snapshot. */
export const partsOf = (slice: AnySlice): StateParts<unknown> => slice.parts ?? whole;
