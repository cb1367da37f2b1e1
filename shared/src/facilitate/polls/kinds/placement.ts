import { z } from 'zod';
import { byOption, definePollKind, isOfEach, saidOf } from './kind.ts';

/** Places on each axis are whole numbers from 0, at the left and at the bottom, to this. */
export const placementSteps = 20;
const Step = z.int().min(0).max(placementSteps);

/** Options put on a plane with two axes, such as effort and effect; an option can be left out, all of them can't. */
export const placement = definePollKind({
  kind: 'placement',
  design: z.strictObject({ kind: z.literal('placement') }),
  ballot: z.strictObject({ place: byOption(z.tuple([Step, Step])) }),
  start: { kind: 'placement' },
  options: { least: 1, most: 20 },
  labels: ['left', 'right', 'bottom', 'top'],
  flaws: () => [],
  accepts: (_, options, { place }) => isOfEach(options, place),
  marks: (_, __, { place }) => saidOf(place).map(([option, [x, y]]) => [`${option}.${x}.${y}`, 1]),
});
