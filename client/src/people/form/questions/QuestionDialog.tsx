import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { fieldKinds } from '@multaqa/shared/people/form/form.messages';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Note } from '../../../design/Note.tsx';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { refusalText } from '../../../platform/texts.ts';
import { NamesFields } from './NamesFields.tsx';
import { draftOfNames } from './names-draft.ts';
import styles from './QuestionDialog.module.css';
import { type ChoiceDraft, checkQuestion, type QuestionDraft } from './question-draft.ts';
import { useText } from './texts.ts';

/** Adds a question of the organiser's own, or changes one. */
export function QuestionDialog({ draft, onClose }: { draft: QuestionDraft | null; onClose(): void }) {
  const text = useText();
  return (
    <Dialog
      title={text(draft?.field ? 'questions.own.edit' : 'questions.own.add')}
      isOpen={draft !== null}
      onClose={onClose}
      size={860}
    >
      {draft && <Form first={draft} onClose={onClose} />}
    </Dialog>
  );
}

const blankChoice = (): ChoiceDraft => ({ key: newId(), choice: null, names: draftOfNames({}) });

function Form({ first, onClose }: { first: QuestionDraft; onClose(): void }) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<QuestionDraft>) => setDraft({ ...draft, ...change });
  const setKind = (kind: QuestionDraft['kind'] = 'text') =>
    set({
      kind,
      choices: kind === 'choice' && draft.choices.length === 0 ? [blankChoice(), blankChoice()] : draft.choices,
    });
  const save = async () => {
    const checked = checkQuestion(draft);
    if (!checked.ok) return setProblem(text(`questions.problem.${checked.problem}`));
    setBusy(true);
    const ack = await send('form.ask', checked.input, { forgetRefusal: true });
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
      <NamesFields
        label={text('questions.own.name')}
        draft={draft.names}
        onChange={names => set({ names })}
        hasFocus
        hint={text('questions.names.hint')}
      />
      <NativeSelect
        label={text('questions.own.kind')}
        description={draft.field ? text('questions.own.kind.stays') : undefined}
        value={draft.kind}
        disabled={draft.field !== null}
        data={fieldKinds.map(kind => ({ value: kind, label: text(`questions.kind.${kind}`) }))}
        onChange={event => setKind(fieldKinds.find(kind => kind === event.currentTarget.value))}
      />
      {draft.kind === 'choice' && <ChoiceRows choices={draft.choices} onChange={choices => set({ choices })} />}
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

type RowsProps = { choices: readonly ChoiceDraft[]; onChange(choices: readonly ChoiceDraft[]): void };

function ChoiceRows({ choices, onChange }: RowsProps) {
  const text = useText();
  return (
    <>
      <ol className={styles.choices}>
        {choices.map((choice, at) => (
          <li key={choice.key} className={styles.choice}>
            <NamesFields
              label={text('questions.choice', { number: at + 1 })}
              draft={choice.names}
              onChange={names => onChange(choices.map(one => (one === choice ? { ...choice, names } : one)))}
            />
            <CloseButton
              aria-label={text('questions.choice.remove', { number: at + 1 })}
              onClick={() => onChange(choices.filter(one => one !== choice))}
            />
          </li>
        ))}
      </ol>
      {choices.length < limits.choicesPerQuestion && (
        <Button
          variant="default"
          className={styles.add ?? ''}
          leftSection={<Icon of={IconPlus} size={20} />}
          onClick={() => onChange([...choices, blankChoice()])}
        >
          {text('questions.choice.add')}
        </Button>
      )}
    </>
  );
}
