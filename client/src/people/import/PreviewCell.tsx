import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { roles } from '@multaqa/shared/kernel/messages';
import { languageNames } from '../../platform/languages.ts';
import { useCountryOptions } from '../countries.ts';
import type { DraftField, PersonDraft } from '../person-draft.ts';
import type { CheckedRow, ImportRow } from './import-rows.ts';
import { useText } from './texts.ts';

type Props = { field: DraftField; row: CheckedRow; isWrong: boolean; onRow(row: ImportRow): void };

/** A cell open for writing. */
export function PreviewCell({ field, row, isWrong, onRow }: Props) {
  const text = useText();
  const countries = useCountryOptions();
  const { number, draft, isSkipped } = row;
  const label = `${text(`people.${field}`)} ${number}`;
  const set = (change: Partial<PersonDraft>) => {
    const { [field]: _, ...unread } = row.unread;
    onRow({ number, draft: { ...draft, ...change }, unread, isSkipped });
  };
  const choose = { 'aria-label': label, error: isWrong };
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
    default:
      return (
        <TextInput {...choose} value={draft[field]} onChange={event => set({ [field]: event.currentTarget.value })} />
      );
  }
}
