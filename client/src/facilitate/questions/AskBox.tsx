import { Checkbox } from '@mantine/core';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { WriteBox } from '../../design/WriteBox.tsx';
import { useCommand, useDraft, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './AskBox.module.css';
import { useText } from './texts.ts';

/** The field to ask in, or why there is none now. What is typed survives a reload. */
export function AskBox({ room }: { room: RoomId }) {
  const text = useText();
  const may = useMay();
  const session = sessionOf(room);
  const rule = useView(view => view.questions.rules[session]);
  const isHost = may('questions.pin', { room });
  if (!may('questions.ask', { room })) return <p className={styles.reading}>{text('questions.reading')}</p>;
  if (rule?.door === 'closed' && !isHost) return <p className={styles.reading}>{text('questions.closed')}</p>;
  return (
    <Field room={room} canLeaveName={rule?.anonymous !== 'refused'} isReviewed={rule?.review === 'first' && !isHost} />
  );
}

type FieldProps = { room: RoomId; canLeaveName: boolean; isReviewed: boolean };

function Field({ room, canLeaveName, isReviewed }: FieldProps) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useDraft(`questions/${room}`);
  const [isNameless, setNameless] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const left = limits.askedGraphemes - (draft.length > limits.askedGraphemes / 2 ? graphemes(draft.trim()) : 0);
  const names = canLeaveName && isNameless ? 'anonymous' : 'named';
  const ask = () => {
    const words = draft.trim();
    if (!words || left < 0) return;
    void send('questions.ask', { room, question: newId(), text: words, names });
    setDraft('');
    if (!hasNoKeys()) field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // Input methods use Enter to choose a word; the keyboards of phones have no other way to a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (hasNoKeys()) return;
    event.preventDefault();
    ask();
  };
  return (
    <WriteBox
      field={{
        ...{ ref: field, 'aria-label': text('questions.ask'), 'aria-describedby': hint },
        placeholder: text(names === 'anonymous' ? 'questions.ask.as-nobody' : 'questions.ask'),
        ...{ value: draft, maxRows: 5, enterKeyHint: 'send' },
        onChange: event => setDraft(event.currentTarget.value),
        onKeyDown: onKey,
      }}
      action={{ label: text('questions.ask.send'), icon: IconSend, mirrored: true }}
      onSubmit={ask}
    >
      <div className={styles.more}>
        {canLeaveName && (
          <Checkbox
            className={styles.name}
            checked={isNameless}
            onChange={event => setNameless(event.currentTarget.checked)}
            label={text('questions.ask.nameless')}
            // The field keeps the focus, or what is pressed would be gone before it hears of it.
            wrapperProps={{ onMouseDown: (event: MouseEvent) => event.preventDefault() }}
          />
        )}
        <div id={hint} className={styles.hint}>
          {names === 'anonymous' && <p>{text('questions.ask.nameless.hint')}</p>}
          {isReviewed && <p>{text('questions.ask.reviewed')}</p>}
        </div>
      </div>
      {left < 100 && (
        <p className={left < 0 ? styles.tooLong : styles.hint} role="status">
          {text(left < 0 ? 'questions.too-long' : 'questions.left', { count: Math.abs(left) })}
        </p>
      )}
    </WriteBox>
  );
}

/** True on phones and tablets, whose keyboard on the screen takes the room of the list. */
const hasNoKeys = (): boolean => matchMedia('(pointer: coarse)').matches;
