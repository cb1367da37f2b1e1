import { z } from 'zod';
import { allOrSome, definePollKind, hasEach, OptionId, shareOf, stepsOf } from './kind.ts';

/** Options in an order, the best first. There are `top` places, 0 for as many as options; the last ones can stay empty. */
export const ranking = definePollKind({
  kind: 'ranking',
  design: z.strictObject({ kind: z.literal('ranking'), top: z.int().min(0).max(20) }),
  ballot: z.strictObject({ rank: z.array(OptionId).min(1).max(20) }),
  start: { kind: 'ranking', top: 0 },
  options: { least: 2, most: 20 },
  labels: [],
  flaws: ({ top }, options) => (top > options.length ? ['range'] : []),
  accepts: ({ top }, options, { rank }) => hasEach(options, rank) && rank.length <= allOrSome(top, options),
  marks: (_, __, { rank }) => rank.map((option, at) => [`${option}.${at + 1}`, 1]),
  /**
   * Borda's count (1781): the first of k places gives k points, the last one 1, no place none. The value is the mean of all who
   * voted, at most k.
   */
  result: ({ top }, options, { voters, sums }) => {
    const most = allOrSome(top, options);
    return {
      kind: 'ranking' as const,
      voters,
      unit: 'score' as const,
      most,
      items: options.map(option => {
        const places = stepsOf(sums, option, 1, most);
        const points = places.reduce((all, { value, count }) => all + (most + 1 - value) * count, 0);
        return { option, places, first: places[0]?.count ?? 0, value: voters > 0 ? shareOf(points, voters) : null };
      }),
    };
  },
  // Whoever places an option in the better half of all of them can live with it.
  agreement: (_, options, sums, voters) =>
    Object.fromEntries(
      options.map(option => {
        const places = stepsOf(sums, option, 1, Math.floor(options.length / 2));
        return [option, { agrees: places.reduce((all, { count }) => all + count, 0), votes: voters }];
      }),
    ),
});
