import { z } from 'zod';
import { byOption, definePollKind, isOfEach, saidOf, shareOf } from './kind.ts';

/** What can be said of a statement. */
export const answers = ['yes', 'no', 'abstain'] as const;

/** Yes, no or an abstention, for each option as a statement; a statement can be left out, all of them can't. */
export const yesNo = definePollKind({
  kind: 'yes-no',
  design: z.strictObject({ kind: z.literal('yes-no') }),
  ballot: z.strictObject({ answer: byOption(z.enum(answers)) }),
  start: { kind: 'yes-no' },
  options: { least: 1, most: 20 },
  labels: [],
  flaws: () => [],
  accepts: (_, options, { answer }) => isOfEach(options, answer),
  marks: (_, __, { answer }) => saidOf(answer).map(([option, said]) => [`${option}.${said}`, 1]),
  // The value is the share of yes among those who answered, abstentions included.
  result: (_, options, { voters, sums }) => ({
    kind: 'yes-no' as const,
    voters,
    unit: 'share' as const,
    items: options.map(option => {
      const [yes, no, abstain] = answers.map(one => sums[`${option}.${one}`] ?? 0) as [number, number, number];
      const answered = yes + no + abstain;
      return { option, yes, no, abstain, answered, value: answered > 0 ? shareOf(yes, answered) : null };
    }),
  }),
  agreement: (_, options, sums) =>
    Object.fromEntries(
      options.map(option => {
        const agrees = sums[`${option}.yes`] ?? 0;
        return [option, { agrees, votes: answers.reduce((all, one) => all + (sums[`${option}.${one}`] ?? 0), 0) }];
      }),
    ),
});
