import { Button, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { languageNames, languages } from '../../../platform/languages.ts';
import { directionOf } from '../../../platform/region.ts';
import { useText } from '../texts.ts';
import styles from './NamesDialog.module.css';

/** The names of a cluster in every language of the product, side by side; one is enough. */
export function NamesDialog({
  title,
  names,
  onSave,
  onClose,
}: {
  title: string;
  /** Null while nothing is named. */
  names: Names | null;
  onSave(names: Names): void;
  onClose(): void;
}) {
  return (
    <Dialog title={title} isOpen={names !== null} onClose={onClose}>
      {names && <Fields names={names} onSave={onSave} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ names, onSave, onClose }: { names: Names; onSave(names: Names): void; onClose(): void }) {
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
      <p className={styles.hint}>{text('cluster.names.hint')}</p>
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
