import { Button, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { useState } from 'react';
import { languageNames, languages } from '../../platform/languages.ts';
import { directionOf } from '../../platform/region.ts';
import { Dialog } from '../Dialog.tsx';
import { FormActions } from '../FormActions.tsx';
import styles from './NamesDialog.module.css';
import { useText } from './texts.ts';

/** The names of a group in every language of the product, side by side; one is enough. */
export function NamesDialog({
  title,
  hint,
  names,
  onSave,
  onClose,
}: {
  title: string;
  hint: string;
  /** Null while nothing is named. */
  names: Names | null;
  onSave(names: Names): void;
  onClose(): void;
}) {
  return (
    <Dialog title={title} isOpen={names !== null} onClose={onClose}>
      {names && <Fields hint={hint} names={names} onSave={onSave} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({
  hint,
  names,
  onSave,
  onClose,
}: {
  hint: string;
  names: Names;
  onSave(names: Names): void;
  onClose(): void;
}) {
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
          maxLength={limits.clusterNameGraphemes}
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
