import { z } from 'zod';
import { byOption, definePollKind, isOfEach, type OptionId, type Sums, saidOf } from './kind.ts';

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
  // A place has no single value that could be compared: `mean` is where an option lies, `dots` how many put it where.
  result: (_, options, { voters, sums }) => ({
    kind: 'placement' as const,
    voters,
    unit: 'place' as const,
    items: options.map(option => {
      const dots = dotsOf(sums, option);
      const answered = dots.reduce((all, { count }) => all + count, 0);
      const along = (axis: 'x' | 'y') => dots.reduce((all, dot) => all + dot[axis] * dot.count, 0) / answered;
      return { option, value: null, dots, answered, mean: answered > 0 ? { x: along('x'), y: along('y') } : null };
    }),
  }),
});

/** Where people put an option; at the same place there is one dot that counts them. */
function dotsOf(sums: Sums, option: OptionId): { x: number; y: number; count: number }[] {
  const dots: { x: number; y: number; count: number }[] = [];
  for (let x = 0; x <= placementSteps; x += 1)
    for (let y = 0; y <= placementSteps; y += 1) {
      const count = sums[`${option}.${x}.${y}`];
      if (count) dots.push({ x, y, count });
    }
  return dots;
}
