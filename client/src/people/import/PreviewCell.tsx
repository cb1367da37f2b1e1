import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { roles } from '@multaqa/shared/kernel/messages';
import { nameIn } from '@multaqa/shared/name-in';
import { townSizes } from '@multaqa/shared/town-sizes';
import { useView } from '../../dialogue/use-dialogue.ts';
import { languageNames, useLanguage } from '../../platform/languages.ts';
import type { AnswerDraft } from '../answer-draft.ts';
import { useCountryOptions } from '../countries.ts';
import type { PersonDraft } from '../person-draft.ts';
import type { CellField, CheckedRow, ImportRow } from './import-rows.ts';
import { useText } from './texts.ts';
import { useFieldName } from './use-field-name.ts';

type Props = { field: CellField; row: CheckedRow; isWrong: boolean; onRow(row: ImportRow): void };

/** A cell open for writing. */
export function PreviewCell({ field, row, isWrong, onRow }: Props) {
  const text = useText();
  const countries = useCountryOptions();
  const nameOf = useFieldName();
  const { number, draft, answers, isSkipped } = row;
  const set = (change: Partial<PersonDraft>, answer: Partial<AnswerDraft> = {}) => {
    const { [field]: _, ...unread } = row.unread;
    const said = new Set([...row.said, field]);
    onRow({ number, draft: { ...draft, ...change }, answers: { ...answers, ...answer }, said, unread, isSkipped });
  };
  const choose = { 'aria-label': `${nameOf(field)} ${number}`, error: isWrong };
  switch (field) {
    case 'country':
      return (
        <NativeSelect
          {...choose}
          value={draft.country}
          data={[{ value: '', label: text('people.country.choose') }, ...countries]}
          onChange={event => set({ country: event.currentTarget.value })}
        />
      );
    case 'languages':
      return (
        <NativeSelect
          {...choose}
          value={draft.languages[0] ?? ''}
          data={['', ...languages].map(value => ({
            value,
            label: value ? languageNames[value as keyof typeof languageNames] : text('people.languages'),
          }))}
          onChange={event => set({ languages: languages.filter(language => language === event.currentTarget.value) })}
        />
      );
    case 'role':
      return (
        <NativeSelect
          {...choose}
          value={isWrong ? '' : draft.role}
          data={[
            ...(isWrong ? [{ value: '', label: text('people.role') }] : []),
            ...roles.map(role => ({ value: role, label: text(`roles.${role}`) })),
          ]}
          onChange={event => set({ role: roles.find(role => role === event.currentTarget.value) ?? draft.role })}
        />
      );
    case 'townSize':
      return (
        <NativeSelect
          {...choose}
          value={answers.townSize ?? (isWrong ? '?' : '')}
          data={[
            ...(isWrong ? [{ value: '?', label: text('people.townSize') }] : []),
            { value: '', label: text('form.no-answer') },
            ...townSizes.map(size => ({ value: size, label: text(`form.townSize.${size}`) })),
          ]}
          onChange={event => set({}, { townSize: townSizes.find(size => size === event.currentTarget.value) ?? null })}
        />
      );
    case 'needs':
    case 'vision':
      return (
        <Textarea
          {...choose}
          value={draft[field]}
          rows={2}
          onChange={event => set({ [field]: event.currentTarget.value })}
        />
      );
    case 'region':
      return (
        <TextInput
          {...choose}
          value={answers.region}
          onChange={event => set({}, { region: event.currentTarget.value })}
        />
      );
    case 'name':
    case 'email':
    case 'municipality':
      return (
        <TextInput {...choose} value={draft[field]} onChange={event => set({ [field]: event.currentTarget.value })} />
      );
    default:
      return (
        <OwnCell
          {...choose}
          id={field}
          value={answers.fields[field] ?? ''}
          onChange={value => set({}, { fields: { ...answers.fields, [field]: value } })}
        />
      );
  }
}

type OwnProps = { 'aria-label': string; error: boolean; id: string; value: string; onChange(value: string): void };

/** The answer to an organiser's own question; what was not recognised as one of its choices is to be chosen again. */
function OwnCell({ id, value, onChange, ...look }: OwnProps) {
  const text = useText();
  const { language } = useLanguage();
  const field = useView(({ form }) => form.fields.find(one => one.id === id));
  if (field?.kind !== 'choice')
    return <TextInput {...look} value={value} onChange={event => onChange(event.currentTarget.value)} />;
  return (
    <NativeSelect
      {...look}
      value={value || (look.error ? '?' : '')}
      data={[
        ...(look.error ? [{ value: '?', label: nameIn(field.names, language) }] : []),
        { value: '', label: text('form.no-answer') },
        ...field.choices.map(choice => ({ value: choice.id, label: nameIn(choice.names, language) })),
      ]}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}
