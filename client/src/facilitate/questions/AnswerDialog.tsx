import { Button, Textarea } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { useCommand, useDraft } from '../../dialogue/use-dialogue.ts';
import styles from './dialogs.module.css';
import { useText } from './texts.ts';

type Props = { room: string; of: ShownQuestion; isOpen: boolean; onClose(): void };

/** Answers a question in writing, or writes the answer again. */
export function AnswerDialog({ room, of, isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('questions.answer.write')} isOpen={isOpen} onClose={onClose} size={520}>
      <Form room={room} of={of} onDone={onClose} />
    </Dialog>
  );
}

function Form({
  room,
  of: { question, text: words, standing },
  onDone,
}: Pick<Props, 'room' | 'of'> & { onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const before = standing.status === 'answered' ? (standing.answer ?? '') : '';
  const [draft, setDraft] = useDraft(`questions/answer/${question}`);
  const [answer, setAnswer] = useState(draft || before);
  const save = async () => {
    const ack = await send('questions.answer', { room, question, answer: answer.trim() });
    if (!ack.ok) return;
    setDraft('');
    onDone();
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (answer.trim()) void save();
      }}
    >
      <blockquote className={styles.question} dir="auto">
        {words}
      </blockquote>
      <Textarea
        label={text('questions.answer.words')}
        description={text('questions.answer.hint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={limits.answeredGraphemes}
        value={answer}
        data-autofocus
        dir="auto"
        onChange={event => {
          setAnswer(event.currentTarget.value);
          setDraft(event.currentTarget.value);
        }}
      />
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={answer.trim() === ''}>
          {text('questions.answer.save')}
        </Button>
      </FormActions>
    </form>
  );
}
