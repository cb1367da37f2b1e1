import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import type { FactData } from '../../kernel/slice.ts';
import { line } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';
import { namesOf } from '../../names.ts';
import { townSizes } from '../../town-sizes.ts';

const NeedId = z.string().regex(/^n[1-9]\d{0,2}$/);
const FieldId = z.string().regex(/^f[1-9]\d?$/);
const ChoiceId = z.string().regex(/^a[1-9]\d{0,2}$/);

export const fieldKinds = ['text', 'choice', 'number'] as const;
export type FieldKind = (typeof fieldKinds)[number];

const NeedNames = namesOf(limits.needGraphemes);
const FieldNames = namesOf(limits.questionGraphemes);
const ChoiceNames = namesOf(limits.choiceGraphemes);
const Kind = z.enum(fieldKinds);

// Minus zero does not survive JSON.
const Quantity = z
  .number()
  .min(-1e12)
  .max(1e12)
  .overwrite(value => value + 0);
const Value = z.union([Quantity, line(limits.answerGraphemes)]);

/** What somebody answers, field by field: what is left out stays as it is; '', null and [] take an answer back. */
export const Answer = z.strictObject({
  person: Id,
  region: line(limits.regionGraphemes, 0).optional(),
  townSize: z.enum(townSizes).nullable().optional(),
  needs: z.array(NeedId).max(limits.needsListed).optional(),
  fields: z
    .array(z.strictObject({ field: FieldId, value: Value.nullable() }))
    .max(limits.ownQuestions)
    .optional(),
});
export type Answer = z.infer<typeof Answer>;

const Nothing = z.strictObject({});
const goingOn = ['preparing', 'live'] as const;
const plan = <Input extends z.ZodType>(input: Input, bytes = 1_024) =>
  ({ input, by: { organiser: 'dialogue' }, phases: goingOn, rate: 'plan', bytes }) as const;

export const messages = {
  /** Adds needs to the list (`need` null), renames them, or takes up again those that had been taken off it. */
  list: {
    ...plan(
      z.strictObject({
        needs: z
          .array(z.strictObject({ need: NeedId.nullable(), names: NeedNames }))
          .min(1)
          .max(limits.needsListed),
      }),
      57_344,
    ),
    by: { organiser: 'dialogue', engine: 'dialogue' },
  },
  unlist: plan(z.strictObject({ need: NeedId })),
  /** Adds a question (`field` null), changes one, or takes up again one that had been taken off. Choices belong to questions of the kind `choice`. */
  ask: plan(
    z.strictObject({
      field: FieldId.nullable(),
      kind: Kind,
      names: FieldNames,
      choices: z
        .array(z.strictObject({ choice: ChoiceId.nullable(), names: ChoiceNames }))
        .max(limits.choicesPerQuestion),
    }),
    32_768,
  ),
  unask: plan(z.strictObject({ field: FieldId })),
  /** Puts needs and questions in this order; those that are not named follow in the order that they have. */
  order: plan(
    z.strictObject({
      needs: z.array(NeedId).max(limits.needsListed),
      fields: z.array(FieldId).max(limits.ownQuestions),
    }),
  ),
  lock: plan(Nothing),
  unlock: plan(Nothing),
  answer: {
    input: Answer,
    by: { ...everyone('self'), organiser: 'dialogue' },
    phases: goingOn,
    rate: 'light',
    bytes: 16_384,
  },
  /** The answers of several people, as an import brings them. */
  fill: {
    ...plan(z.strictObject({ answers: z.array(Answer).min(1).max(limits.peoplePerImport) }), limits.commandBytes),
    by: { organiser: 'dialogue', engine: 'dialogue' },
  },
} as const;

export const facts = {
  'form.listed': z.strictObject({ needs: z.array(z.strictObject({ id: NeedId, names: NeedNames })) }),
  'form.unlisted': messages.unlist.input,
  'form.asked': z.strictObject({
    id: FieldId,
    kind: Kind,
    names: FieldNames,
    choices: z.array(z.strictObject({ id: ChoiceId, names: ChoiceNames })),
  }),
  'form.unasked': messages.unask.input,
  'form.ordered': messages.order.input,
  'form.locked': Nothing,
  'form.unlocked': Nothing,
  'form.answered': Answer,
} as const;

declare module '../../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'form.is-locked',
  'form.full',
  'form.unknown',
  'form.unknown-person',
  'form.other-kind',
  'form.unfit',
] as const;
