import { Button, Checkbox } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { FormActions } from '../../design/FormActions.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import styles from './dialogs.module.css';
import { useText } from './texts.ts';

type Props = { room: string; of: ShownQuestion; isOpen: boolean; onClose(): void };

/** Unites other questions with this one; who supports several of them counts once. */
export function MergeDialog({ room, of, isOpen, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('questions.merge')} isOpen={isOpen} onClose={onClose} size={520}>
      <Form room={room} of={of} onDone={onClose} />
    </Dialog>
  );
}

const pending = ['open', 'pinned', 'parked'];

function Form({ room, of, onDone }: Pick<Props, 'room' | 'of'> & { onDone(): void }) {
  const text = useText();
  const send = useCommand();
  const all = useView(view => view.questions.rooms[room]?.questions ?? {});
  const [chosen, setChosen] = useState<string[]>([]);
  const others = Object.values(all).filter(
    ({ question, standing }) => question !== of.question && pending.includes(standing.status),
  );
  const ready = chosen.filter(one => others.some(({ question }) => question === one));
  const merge = async () => {
    const ack = await send('questions.merge', { room, question: of.question, others: ready });
    if (!ack.ok) return;
    onDone();
    offerUndo({
      message: text('questions.merge.done', { count: ready.length }),
      label: text('common.undo'),
      undo: () => {
        for (const question of ready) void send('questions.split', { room, question });
      },
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault();
        if (ready.length > 0) void merge();
      }}
    >
      <blockquote className={styles.question} dir="auto">
        {of.text}
      </blockquote>
      {others.length === 0 ? (
        <p>{text('questions.merge.none')}</p>
      ) : (
        <Checkbox.Group
          label={text('questions.merge.which')}
          description={text('questions.merge.hint')}
          value={chosen}
          onChange={setChosen}
        >
          <div className={styles.choices}>
            {others.map(({ question, text: words }) => (
              <Checkbox
                key={question}
                className={styles.choice}
                value={question}
                label={<span dir="auto">{words}</span>}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <FormActions>
        <Button variant="default" onClick={onDone}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={ready.length === 0 || ready.length > limits.questionsMerged}>
          {text('questions.merge.do')}
        </Button>
      </FormActions>
    </form>
  );
}
