import { type FieldKind, messages } from '@multaqa/shared/people/form/form.messages';
import type { Field } from '@multaqa/shared/people/form/form.state';
import type { CommandInput } from '../../../dialogue/commands.ts';
import { draftOfNames, type NamesDraft, namesIn } from './names-draft.ts';

/** A question while it is written; a choice without an id is new, `key` tells the rows of the form apart. */
export type QuestionDraft = {
  field: string | null;
  kind: FieldKind;
  names: NamesDraft;
  choices: readonly ChoiceDraft[];
};
export type ChoiceDraft = { key: string; choice: string | null; names: NamesDraft };

export const blankQuestion: QuestionDraft = { field: null, kind: 'text', names: draftOfNames({}), choices: [] };

/** The form for a question that is asked already. */
export const draftOfQuestion = ({ id, kind, names, choices }: Field): QuestionDraft => ({
  field: id,
  kind,
  names: draftOfNames(names),
  choices: choices.map(choice => ({ key: choice.id, choice: choice.id, names: draftOfNames(choice.names) })),
});

type Checked =
  | { ok: true; input: CommandInput<'form.ask'> }
  | { ok: false; problem: 'nameless' | 'no-choices' | 'malformed' };

/** The question as the rules take it, or what is wrong with it. Choices without a name are left out. */
export function checkQuestion({ field, kind, names, choices }: QuestionDraft): Checked {
  const given = namesIn(names);
  if (!given) return { ok: false, problem: 'nameless' };
  const offered = choices.flatMap(({ choice, names: draft }) => {
    const named = namesIn(draft);
    return named ? [{ choice, names: named }] : [];
  });
  if (kind === 'choice' && offered.length < 2) return { ok: false, problem: 'no-choices' };
  const parsed = messages.ask.input.safeParse({ field, kind, names: given, choices: kind === 'choice' ? offered : [] });
  return parsed.success ? { ok: true, input: parsed.data } : { ok: false, problem: 'malformed' };
}
