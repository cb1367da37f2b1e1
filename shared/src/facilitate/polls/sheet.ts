import { z } from 'zod';
import { limits } from '../../limits.ts';
import { anyNamesOf, namesOf } from '../../names.ts';
import { type Flaw, labelNames, OptionId } from './kinds/kind.ts';
import { type Ballot, Design, kindOf } from './kinds/kinds.ts';

/** Who learns what somebody chose: everybody; the hosts, after the poll was closed; nobody, not even from the database. */
const namings = ['shown', 'after', 'never'] as const;

/** By what people are divided when a result is split. */
export const dimensions = ['cluster', 'language', 'municipality', 'room'] as const;
export type Dimension = (typeof dimensions)[number];

/** What is asked, and how: everything that is prepared of a poll. A text that nobody wrote in a language is absent there. */
export const Sheet = z.strictObject({
  question: namesOf(limits.pollQuestionGraphemes),
  hint: anyNamesOf(limits.pollQuestionGraphemes),
  options: z.array(z.strictObject({ option: OptionId, names: anyNamesOf(limits.pollOptionGraphemes) })).max(20),
  labels: z
    .strictObject(
      Object.fromEntries(labelNames.map(label => [label, anyNamesOf(limits.pollLabelGraphemes)])) as Record<
        (typeof labelNames)[number],
        ReturnType<typeof anyNamesOf>
      >,
    )
    .partial(),
  design: Design,
  names: z.enum(namings),
  results: z.enum(['live', 'after']),
  /** What counts the same: each person, or each municipality, however many of it vote. */
  weight: z.enum(['person', 'municipality']),
  /** Of a secret poll: by what groups everybody sees it divided, and what a ballot of an anonymous one tells besides its choice; null for nothing. */
  split: z.enum(dimensions).nullable(),
  /** How long people can vote; null until it is closed. */
  seconds: z.int().min(10).max(limits.pollSeconds).nullable(),
});
export type Sheet = z.infer<typeof Sheet>;

/** The options of a sheet in their order. */
export const optionsOf = ({ options }: Pick<Sheet, 'options'>): OptionId[] => options.map(({ option }) => option);

/** A ballot that this sheet allows, read by the schema of its kind; null for any other. */
export function readBallot(sheet: Pick<Sheet, 'options' | 'design'>, ballot: unknown): Ballot | null {
  const kind = kindOf(sheet.design);
  const read = kind.ballot.safeParse(ballot);
  return read.success && kind.accepts(sheet.design, optionsOf(sheet), read.data) ? read.data : null;
}

/** Why a poll can't be launched yet; empty when it can. */
export function flawsOf(sheet: Sheet): readonly Flaw[] {
  const kind = kindOf(sheet.design);
  const { least, most } = kind.options;
  const count = sheet.options.length;
  return [
    ...(count < least ? (['too-few-options'] as const) : []),
    ...(count > most ? (['too-many-options'] as const) : []),
    ...(kind.labels.some(label => Object.keys(sheet.labels[label] ?? {}).length === 0)
      ? (['unlabelled'] as const)
      : []),
    // An anonymous ballot tells no town to weigh it by.
    ...(sheet.names === 'never' && sheet.weight === 'municipality' ? (['no-towns'] as const) : []),
    ...kind.flaws(sheet.design, optionsOf(sheet)),
  ];
}
