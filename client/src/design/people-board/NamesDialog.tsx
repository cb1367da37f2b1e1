import { Button, TextInput } from '@mantine/core';
import type { Names } from '@multaqa/shared/names';
import { useState } from 'react';
import { languageNames, languages } from '../../platform/languages.ts';
import { directionOf } from '../../platform/region.ts';
import { Dialog } from '../Dialog.tsx';
import { FormActions } from '../FormActions.tsx';
import styles from './NamesDialog.module.css';
import { useText } from './texts.ts';

/** The names of a group in every language of the product, side by side; one is enough. Closed while `names` is null. */
export function NamesDialog({
  title,
  names,
  ...form
}: Omit<FormProps, 'names'> & { title: string; names: Names | null }) {
  return (
    <Dialog title={title} isOpen={names !== null} onClose={form.onClose}>
      {names && <Fields names={names} {...form} />}
    </Dialog>
  );
}

type FormProps = {
  hint: string;
  /** The longest name, in characters. */
  most: number;
  names: Names;
  onSave(names: Names): void;
  onClose(): void;
};

function Fields({ hint, most, names, onSave, onClose }: FormProps) {
  const text = useText();
  const [draft, setDraft] = useState<Names>(names);
  return (
    <form
      className={styles.fields}
      onSubmit={event => {
        event.preventDefault();
        onSave(namesFrom(draft));
        onClose();
      }}
    >
      <p className={styles.hint}>{hint}</p>
      {languages.map(language => (
        <TextInput
          key={language}
          label={languageNames[language]}
          lang={language}
          dir={directionOf(language)}
          maxLength={most}
          value={draft[language] ?? ''}
          onChange={event => setDraft({ ...draft, [language]: event.currentTarget.value })}
        />
      ))}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}

/** Without what was left empty. */
function namesFrom(draft: Names): Names {
  const given = languages.flatMap(language => {
    const name = draft[language]?.trim();
    return name ? [[language, name] as const] : [];
  });
  return Object.fromEntries(given);
}
