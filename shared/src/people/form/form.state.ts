import type { PersonId } from '../../kernel/ids.ts';
import type { Names } from '../../names.ts';
import type { TownSize } from '../../town-sizes.ts';
import type { FieldKind } from './form.messages.ts';

export type Need = { id: string; names: Names };
export type Choice = { id: string; names: Names };

/** A question of the organiser's own; `dropped` are choices that are no longer offered. */
export type Field = {
  id: string;
  kind: FieldKind;
  names: Names;
  choices: readonly Choice[];
  dropped: readonly Choice[];
};

/** What one person has answered; '', null and [] mean: nothing. What was chosen and is no longer offered stays in it. */
export type Answers = {
  region: string;
  townSize: TownSize | null;
  needs: readonly string[];
  /** By the id of the question: a text, the id of a choice, or a number. */
  fields: Readonly<Record<string, string | number>>;
  /** When anything was last answered, by the person or for them (ms since the epoch). */
  answeredAt: number | null;
};

/** What the organiser asks. */
export type Asked = {
  status: 'open' | 'locked';
  /** The list of needs, in the order in which people see it. */
  needs: readonly Need[];
  fields: readonly Field[];
};

export type Form = Asked & {
  /** What was asked before. Ids are never given again, so that answers keep their meaning. */
  dropped: { needs: readonly Need[]; fields: readonly Field[] };
  answers: Readonly<Record<PersonId, Answers>>;
};

export const noAnswers: Answers = { region: '', townSize: null, needs: [], fields: {}, answeredAt: null };

/** Everything that was ever asked of one kind: what is asked now, then what no longer is. */
export const needsEver = ({ needs, dropped }: Pick<Form, 'needs' | 'dropped'>): Need[] => [...needs, ...dropped.needs];
export const fieldsEver = ({ fields, dropped }: Pick<Form, 'fields' | 'dropped'>): Field[] => [
  ...fields,
  ...dropped.fields,
];

/** What somebody has said in answer to what is asked now, without what is no longer offered. */
export function currentAnswers(
  { needs, fields }: Pick<Asked, 'needs' | 'fields'>,
  given: Answers = noAnswers,
): Answers {
  const chosen = needs.flatMap(({ id }) => (given.needs.includes(id) ? [id] : []));
  const answered = fields.flatMap(({ id, kind, choices }) => {
    const value = given.fields[id];
    if (value === undefined || (kind === 'choice' && !choices.some(choice => choice.id === value))) return [];
    return [[id, value] as const];
  });
  return { ...given, needs: chosen, fields: Object.fromEntries(answered) };
}
