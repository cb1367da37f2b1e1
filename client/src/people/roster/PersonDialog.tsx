import { Button } from '@mantine/core';
import type { Answer } from '@multaqa/shared/people/form/form.messages';
import type { PersonInput } from '@multaqa/shared/people/people.messages';
import { type FormEvent, useRef, useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { Note } from '../../design/Note.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import { type AnswerField, checkAnswers, draftOfAnswers, saysAnything } from '../answer-draft.ts';
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
      size={760}
    >
      {edited && <Form edited={edited} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ edited, onClose }: { edited: Edited; onClose(): void }) {
  const text = useText();
  const asked = useView(view => view.form);
  const { person } = edited.draft;
  const [draft, setDraft] = useState(edited.draft);
  const [answers, setAnswers] = useState(() => draftOfAnswers(asked, asked.answers?.[person]));
  const [before] = useState(answers);
  const [wrong, setWrong] = useState<readonly (DraftField | AnswerField)[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const store = useStore(edited.kind);

  const save = async () => {
    const checked = checkDraft(draft);
    const answered = checkAnswers(person, answers, asked);
    setWrong([...(checked.ok ? [] : checked.wrong), ...(answered.ok ? [] : answered.wrong)]);
    if (!checked.ok || !answered.ok) return;
    setBusy(true);
    const refused = await store(checked.input, answers === before ? null : answered.answer);
    setBusy(false);
    if (refused) setProblem(refusalText(text, refused));
    else onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PersonFields draft={draft} answers={answers} wrong={wrong} onChange={setDraft} onAnswers={setAnswers} />
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

/** Stores a person and then what they have answered; resolves with the refusal of either, null without one. */
function useStore(kind: Edited['kind']) {
  const send = useCommand();
  // Whoever was added stays so, should their answers be refused.
  const isAdded = useRef(false);
  return async (input: PersonInput, answer: Answer | null) => {
    const isNew = kind === 'add' && !isAdded.current;
    const ack = isNew
      ? await send('people.add', { people: [input] }, { forgetRefusal: true })
      : await send('people.edit', input, { forgetRefusal: true });
    if (!ack.ok) return ack;
    isAdded.current = true;
    if (!answer || (isNew && !saysAnything(answer))) return null;
    const answered = await send('form.answer', answer, { forgetRefusal: true });
    return answered.ok ? null : answered;
  };
}
