import type { Language } from '@multaqa/shared/kernel/languages';
import type { Answers, Asked } from '@multaqa/shared/people/form/form.state';
import { currentAnswers, noAnswers } from '@multaqa/shared/people/form/form.state';
import type { TownSize } from '@multaqa/shared/town-sizes';

/** Everything that the form asks of a person, with what they have said so far. */
export type AnswerValues = {
  languages: readonly Language[];
  region: string;
  townSize: TownSize | null;
  /** The ids of needs that were chosen from the list. */
  chosen: readonly string[];
  /** Needs in their own words. */
  needs: readonly string[];
  vision: string;
  /** By the id of the question. */
  fields: Readonly<Record<string, string | number>>;
};

type OwnWords = Pick<AnswerValues, 'languages'> & Partial<Pick<AnswerValues, 'needs' | 'vision'>>;

/** What somebody's card and answers say together; what is no longer asked is left out. */
export function valuesOf(card: OwnWords, asked: Asked, given: Answers = noAnswers): AnswerValues {
  const { region, townSize, needs: chosen, fields } = currentAnswers(asked, given);
  return {
    languages: card.languages,
    region,
    townSize,
    chosen,
    needs: card.needs ?? [],
    vision: card.vision ?? '',
    fields,
  };
}

/** A question of the form: one that every dialogue asks, or the id of one of the organiser's own. */
export type QuestionName = 'needs' | 'vision' | 'region' | 'townSize' | `f${number}`;

/** What nobody has said yet, in the order of the form. Languages are always said. */
export function openQuestions(values: AnswerValues, { fields }: Pick<Asked, 'fields'>): QuestionName[] {
  const { region, townSize, chosen, needs, vision } = values;
  return [
    ...(region ? [] : (['region'] as const)),
    ...(townSize ? [] : (['townSize'] as const)),
    ...(chosen.length + needs.length > 0 ? [] : (['needs'] as const)),
    ...(vision ? [] : (['vision'] as const)),
    ...fields.flatMap(({ id }) => (values.fields[id] === undefined ? [id as QuestionName] : [])),
  ];
}

/** How many questions the form has. */
const questionCount = ({ fields }: Pick<Asked, 'fields'>): number => 4 + fields.length;

export type Progress = { state: 'none' | 'some' | 'all'; given: number; asked: number };

/** How far somebody has come with the form. */
export function progressOf(values: AnswerValues, asked: Pick<Asked, 'fields'>): Progress {
  const count = questionCount(asked);
  const given = count - openQuestions(values, asked).length;
  return { state: given === 0 ? 'none' : given === count ? 'all' : 'some', given, asked: count };
}
