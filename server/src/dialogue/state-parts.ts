import type { AnySlice, StateParts } from '@multaqa/shared/kernel/slice';

const whole: StateParts<unknown> = { split: state => ({ state: state as object }), join: ({ state }) => state };

/** How a slice's state is kept in a snapshot. */
export const partsOf = (slice: AnySlice): StateParts<unknown> => slice.parts ?? whole;
