import { Button } from '@mantine/core';
import type { Names } from '@multaqa/shared/names';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormActions } from '../../../design/FormActions.tsx';
import { NamesFields } from './NamesFields.tsx';
import { draftOfNames, namesIn } from './names-draft.ts';
import styles from './Rows.module.css';
import { useText } from './texts.ts';

type Props = {
  label: string;
  names: Names;
  action: string;
  /** Returns what went wrong, in words; null when it is saved. */
  onSave(names: Names): Promise<string | null>;
  onClose(): void;
};

/** Writes the name of an entry where it stands in its list. Escape closes it. */
export function NameEditor({ label, names, action, onSave, onClose }: Props) {
  const text = useText();
  const [draft, setDraft] = useState(() => draftOfNames(names));
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLFormElement>(null);
  const toFirst = () => box.current?.querySelector('input')?.focus();
  useEffect(toFirst, []);
  const save = async () => {
    const given = namesIn(draft);
    if (!given) return setError(text('questions.names.missing'));
    const problem = await onSave(given);
    setError(problem);
    if (problem !== null) return;
    // For the next one, where this is a new entry.
    setDraft(draftOfNames({}));
    toFirst();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form
      ref={box}
      className={styles.editor}
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onClose()}
      noValidate
    >
      <NamesFields label={label} draft={draft} onChange={setDraft} error={error} hint={text('questions.names.hint')} />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.close')}
        </Button>
        <Button type="submit">{action}</Button>
      </FormActions>
    </form>
  );
}
