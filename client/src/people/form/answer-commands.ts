import { given } from '@multaqa/shared/kernel/entries';
import { type Answer, messages as formMessages } from '@multaqa/shared/people/form/form.messages';
import { messages as peopleMessages } from '@multaqa/shared/people/people.messages';
import type { CommandInput } from '../../dialogue/commands.ts';
import type { AnswerValues } from './answer-values.ts';

/** What one saves: a part of what one has said of oneself. */
export type Change = Partial<Omit<AnswerValues, 'fields'>> & { field?: { id: string; value: string | number | null } };

export type AnswerCommand =
  | { kind: 'people.describe'; input: CommandInput<'people.describe'> }
  | { kind: 'form.answer'; input: CommandInput<'form.answer'> };

/** The command that saves a change, as the rules take it; null when it is too long or otherwise not to be taken. */
export function commandOf(person: string, change: Change): AnswerCommand | null {
  const { languages, needs, vision, chosen, region, townSize, field } = change;
  if (languages || needs || vision !== undefined) {
    const said = { languages: languages && [...languages], needs: needs && [...needs], vision };
    const parsed = peopleMessages.describe.input.safeParse({ person, ...given(said) });
    return parsed.success ? { kind: 'people.describe', input: parsed.data } : null;
  }
  const fields = field && [{ field: field.id, value: field.value }];
  const said = { region, townSize, needs: chosen && [...chosen], fields };
  const parsed = formMessages.answer.input.safeParse({ person, ...given(said) });
  return parsed.success ? { kind: 'form.answer', input: parsed.data } : null;
}

type Kept = { kind: string; input: unknown };

/** What somebody has said once a command that is on its way has arrived. */
export function afterCommand(values: AnswerValues, { kind, input }: Kept): AnswerValues {
  if (kind === 'people.describe') {
    const { person: _person, ...said } = input as CommandInput<'people.describe'>;
    return { ...values, ...given(said) };
  }
  const { person: _person, needs, fields = [], ...said } = input as Answer;
  const answered = new Map(Object.entries(values.fields));
  for (const { field, value } of fields) {
    if (value === null) answered.delete(field);
    else answered.set(field, value);
  }
  return { ...values, ...given({ ...said, chosen: needs }), fields: Object.fromEntries(answered) };
}

/** The names of the answers that a command changes; of an organiser's own questions, their ids. */
export function namesIn({ kind, input }: Kept): string[] {
  const { person: _person, fields = [], needs, ...said } = input as Partial<Answer>;
  const list = kind === 'people.describe' ? 'needs' : 'chosen';
  return [...Object.keys(said), ...(needs ? [list] : []), ...fields.map(({ field }) => field)];
}
