import { Button } from '@mantine/core';
import type { PersonInput } from '@multaqa/shared/people/people.messages';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { Note } from '../../design/Note.tsx';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import styles from '../PersonFields.module.css';
import { PersonFields } from '../PersonFields.tsx';
import { checkDraft, type DraftField, type PersonDraft } from '../person-draft.ts';
import { useText } from './texts.ts';

export type Edited = { kind: 'add' | 'edit'; draft: PersonDraft };

/** Adds somebody to the roster, or corrects what it says of them. */
export function PersonDialog({ edited, onClose }: { edited: Edited | null; onClose(): void }) {
  const text = useText();
  return (
    <Dialog
      title={text(edited?.kind === 'edit' ? 'roster.edit.title' : 'roster.add.title')}
      isOpen={edited !== null}
      onClose={onClose}
      size={640}
    >
      {edited && <Form edited={edited} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ edited, onClose }: { edited: Edited; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useState(edited.draft);
  const [wrong, setWrong] = useState<readonly DraftField[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const store = (input: PersonInput) =>
    edited.kind === 'add'
      ? send('people.add', { people: [input] }, { forgetRefusal: true })
      : send('people.edit', input, { forgetRefusal: true });
  const save = async () => {
    const checked = checkDraft(draft);
    setWrong(checked.ok ? [] : checked.wrong);
    if (!checked.ok) return;
    setBusy(true);
    const ack = await store(checked.input);
    setBusy(false);
    if (ack.ok) onClose();
    else setProblem(refusalText(text, ack));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PersonFields draft={draft} wrong={wrong} onChange={setDraft} />
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text(edited.kind === 'add' ? 'roster.add' : 'common.save')}
        </Button>
      </FormActions>
    </form>
  );
}
