import { Button, Textarea } from '@mantine/core';
import type { Colour } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { useCommand, useDraft, useOwn } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import styles from './PrivateNotes.module.css';
import { useText } from './texts.ts';

/** The colours that a note is written in; all of them can be chosen once it is on the board. */
const noteColours = ['yellow', 'pink', 'blue', 'green'] as const satisfies Colour[];
type NoteColour = (typeof noteColours)[number];

/** The field for the next private note. What is typed survives a reload; Ctrl and Enter add it where there is a keyboard. */
export function WriteNote({ room }: { room: RoomId }) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useDraft(draftOf(room));
  const [colour, setColour] = useState<NoteColour>('yellow');
  const written = useOwn(({ board }) => board.jots.length);
  const field = useRef<HTMLTextAreaElement>(null);
  const left = limits.jotGraphemes - (draft.length > limits.jotGraphemes / 2 ? graphemes(draft.trim()) : 0);
  const isFull = written >= limits.jotsPerPerson;
  const add = () => {
    const words = draft.trim();
    if (!words || left < 0 || isFull) return;
    void send('board.jot', { room, note: newId(), text: words, colour });
    setDraft('');
    announce(text('meeting.added'));
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <form
      className={styles.write}
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      <Textarea
        ref={field}
        classNames={{ input: styles.field ?? '' }}
        data-colour={colour}
        aria-label={text('meeting.note')}
        placeholder={text('meeting.note.hint')}
        value={draft}
        rows={4}
        dir="auto"
        data-autofocus
        disabled={isFull}
        onChange={event => setDraft(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div className={styles.row}>
        <Colours chosen={colour} onChoose={setColour} />
        <Button type="submit" disabled={isFull || left < 0}>
          {text('meeting.add')}
        </Button>
      </div>
      {isFull && <p role="status">{text('meeting.enough')}</p>}
      {left < 60 && (
        <p className={left < 0 ? styles.tooLong : styles.quiet} role="status">
          {text(left < 0 ? 'meeting.too-long' : 'meeting.room-left', { count: Math.abs(left) })}
        </p>
      )}
    </form>
  );
}

/** Where what is being written is kept on this device. */
export const draftOf = (room: RoomId): string => `board/${room}`;

function Colours({ chosen, onChoose }: { chosen: NoteColour; onChoose(colour: NoteColour): void }) {
  const text = useText();
  const name = useId();
  return (
    <fieldset className={styles.colours}>
      <legend className={styles.hiddenLegend}>{text('meeting.colour')}</legend>
      {noteColours.map(colour => (
        <label key={colour} className={styles.colour} data-colour={colour} title={text(`meeting.colour.${colour}`)}>
          <input
            type="radio"
            name={name}
            value={colour}
            aria-label={text(`meeting.colour.${colour}`)}
            checked={colour === chosen}
            onChange={() => onChoose(colour)}
          />
        </label>
      ))}
    </fieldset>
  );
}
