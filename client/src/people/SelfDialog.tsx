import { Button } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../design/Dialog.tsx';
import { FormActions } from '../design/FormActions.tsx';
import { Note } from '../design/Note.tsx';
import { useCommand } from '../dialogue/use-dialogue.ts';
import { refusalText } from '../platform/texts.ts';
import styles from './PersonFields.module.css';
import { SelfFields } from './PersonFields.tsx';
import { checkDraft, type DraftField, draftOf, needsOf } from './person-draft.ts';
import { useText } from './texts.ts';

/** Where people say of themselves what the others should know. */
export function SelfDialog({ card, isOpen, onClose }: { card: PersonCard; isOpen: boolean; onClose(): void }) {
  const text = useText();
  return (
    <Dialog title={text('people.self.title')} isOpen={isOpen} onClose={onClose}>
      <Form card={card} onClose={onClose} />
    </Dialog>
  );
}

function Form({ card, onClose }: { card: PersonCard; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useState(() => draftOf(card));
  const [wrong, setWrong] = useState<readonly DraftField[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    const checked = checkDraft(draft);
    // What an organiser left open is not this form's business.
    const mine = checked.ok ? [] : checked.wrong.filter(field => ['languages', 'needs', 'vision'].includes(field));
    setWrong(mine);
    if (mine.length > 0) return;
    setBusy(true);
    const { person, languages, needs, vision } = draft;
    const input = { person, languages: [...languages], needs: needsOf(needs), vision };
    const ack = await send('people.describe', input, { forgetRefusal: true });
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
      <SelfFields draft={draft} wrong={wrong} onChange={setDraft} />
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text('common.save')}
        </Button>
      </FormActions>
    </form>
  );
}
