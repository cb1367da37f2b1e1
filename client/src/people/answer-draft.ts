import { Answer } from '@multaqa/shared/people/form/form.messages';
import {
  type Answers,
  type Asked,
  currentAnswers,
  type Field,
  noAnswers,
} from '@multaqa/shared/people/form/form.state';
import type { TownSize } from '@multaqa/shared/town-sizes';
import { quantityIn } from '../platform/quantity.ts';

/** What a person answers as a form holds it, before it is checked; of an organiser's own questions what stands in the field, or the id of a choice. */
export type AnswerDraft = {
  region: string;
  townSize: TownSize | null;
  /** The ids of needs from the list. */
  chosen: readonly string[];
  fields: Readonly<Record<string, string>>;
};

/** A question that an organiser answers for somebody: one that every form asks, or the id of one of their own. */
export type AnswerField = 'region' | 'townSize' | `f${number}`;

export const emptyAnswers: AnswerDraft = { region: '', townSize: null, chosen: [], fields: {} };

/** The form for what somebody has answered, as far as it is still asked. */
export function draftOfAnswers(asked: Asked, given: Answers = noAnswers): AnswerDraft {
  const { region, townSize, needs, fields } = currentAnswers(asked, given);
  const written = Object.entries(fields).map(([id, value]) => [id, String(value)] as const);
  return { region, townSize, chosen: needs, fields: Object.fromEntries(written) };
}

type Checked = { ok: true; answer: Answer } | { ok: false; wrong: AnswerField[] };

/** The checked answers of a person, or the questions whose answers do not fit. The rules' own schema decides. */
export function checkAnswers(person: string, draft: AnswerDraft, { fields }: Pick<Asked, 'fields'>): Checked {
  const values = fields.map(field => ({
    field: field.id as AnswerField,
    value: answerTo(field, draft.fields[field.id]),
  }));
  const unfit = values.filter(({ value }) => value === undefined).map(({ field }) => field);
  const fit = values.flatMap(({ field, value }) => (value === undefined ? [] : [{ field, value }]));
  const { region, townSize, chosen: needs } = draft;
  const parsed = Answer.safeParse({ person, region, townSize, needs, fields: fit });
  if (parsed.success && unfit.length === 0) return { ok: true, answer: parsed.data };
  const issues = parsed.error?.issues ?? [];
  const wrong = issues.flatMap(({ path: [name, at] }): AnswerField[] => {
    const named = name === 'fields' ? fit[Number(at)]?.field : name;
    return named === 'needs' || named === undefined ? [] : [named as AnswerField];
  });
  return { ok: false, wrong: [...new Set([...wrong, ...unfit])] };
}

/** The value of a field; null when it is empty, undefined when it is none. */
function answerTo({ kind, choices }: Field, written = ''): string | number | null | undefined {
  const words = written.trim();
  if (words === '') return null;
  if (kind === 'number') return quantityIn(words) ?? undefined;
  return kind === 'text' || choices.some(({ id }) => id === words) ? words : undefined;
}

/** True when an answer says anything at all. */
export const saysAnything = ({ region, townSize, needs, fields }: Answer): boolean =>
  Boolean(region || townSize || needs?.length || fields?.some(({ value }) => value !== null));
