import { z } from 'zod';
import { byOption, definePollKind, isOfEach, type OptionId, type Sums, saidOf, shareOf } from './kind.ts';

/** What everybody has to give. */
export const pointsEach = 100;
export const pointsStep = 5;

/** A hundred points, given to options in steps of five. */
export const points = definePollKind({
  kind: 'points',
  design: z.strictObject({ kind: z.literal('points') }),
  ballot: z.strictObject({ give: byOption(z.int().min(0).max(pointsEach).multipleOf(pointsStep)) }),
  start: { kind: 'points' },
  options: { least: 2, most: 20 },
  labels: [],
  flaws: () => [],
  accepts: (_, options, { give }) =>
    isOfEach(options, give) && saidOf(give).reduce((all, [, amount]) => all + amount, 0) === pointsEach,
  marks: (_, __, { give }) =>
    saidOf(give)
      .filter(([, amount]) => amount > 0)
      .map(([option, amount]) => [`${option}.${amount}`, 1]),
  // The value is the mean of all who voted, also of those who gave nothing.
  result: (_, options, { voters, sums }) => ({
    kind: 'points' as const,
    voters,
    unit: 'points' as const,
    items: options.map(option => {
      const given = givenTo(sums, option);
      const total = given.reduce((all, { amount, count }) => all + amount * count, 0);
      const givers = given.reduce((all, { count }) => all + count, 0);
      return { option, given, total, givers, value: voters > 0 ? shareOf(total, voters) : null };
    }),
  }),
  // Whoever gives an option at least its equal share is for it.
  agreement: (_, options, sums, voters) =>
    Object.fromEntries(
      options.map(option => {
        const given = givenTo(sums, option).filter(({ amount }) => amount >= pointsEach / options.length);
        return [option, { agrees: given.reduce((all, { count }) => all + count, 0), votes: voters }];
      }),
    ),
});

/** How many gave how many points to an option; amounts that nobody gave are left out. */
function givenTo(sums: Sums, option: OptionId) {
  return Array.from({ length: pointsEach / pointsStep }, (_, at) => {
    const amount = (at + 1) * pointsStep;
    return { amount, count: sums[`${option}.${amount}`] ?? 0 };
  }).filter(({ count }) => count !== 0);
}
