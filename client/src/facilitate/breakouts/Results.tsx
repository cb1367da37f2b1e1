import { ActionIcon, Button, Textarea } from '@mantine/core';
import type { Result } from '@multaqa/shared/facilitate/breakouts/breakouts.state';
import { isHost } from '@multaqa/shared/kernel/context';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { type FormEvent, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand, useDraft, useMay, useMe, useRoleIn, useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';

/** What the room brings back to the plenary: one thing each. */
export function Results({ room, results }: { room: RoomId; results: readonly Result[] }) {
  const text = useText();
  const may = useMay();
  const [editing, setEditing] = useState<string | null>(null);
  const mayWrite = may('breakouts.result', { room });
  return (
    <section className={styles.results}>
      <h3 className={styles.heading}>{text('breakouts.results')}</h3>
      {results.length === 0 && <p className={styles.quiet}>{text('breakouts.results.none')}</p>}
      <ul>
        {results.map(one => (
          <li key={one.result} className={styles.result}>
            {editing === one.result ? (
              <Writing room={room} result={one} onDone={() => setEditing(null)} />
            ) : (
              <Shown room={room} result={one} onEdit={() => setEditing(one.result)} />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && editing === null && results.length < limits.resultsPerRoom && <Writing room={room} result={null} />}
    </section>
  );
}

function Shown({ room, result, onEdit }: { room: RoomId; result: Result; onEdit(): void }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { person } = useMe();
  const role = useRoleIn(room);
  const author = useView(({ people }) => people[result.by]?.name) ?? text('common.nameless');
  const mayChange =
    may('breakouts.retract', { room }) && (result.by === person || isHost(role) || role === 'note-taker');
  const remove = async () => {
    const ack = await send('breakouts.retract', { room, result: result.result });
    if (!ack.ok) return;
    offerUndo({
      message: text('breakouts.result.removed'),
      label: text('common.undo'),
      undo: () => void send('breakouts.result', { room, result: result.result, text: result.text }),
    });
  };
  return (
    <>
      <div className={styles.resultWords}>
        <p dir="auto">{result.text}</p>
        <p className={styles.quiet}>
          <bdi>{author}</bdi>
        </p>
      </div>
      {mayChange && (
        <span className={styles.tools}>
          <ActionIcon aria-label={text('breakouts.result.edit')} onClick={onEdit}>
            <Icon of={IconPencil} size={18} />
          </ActionIcon>
          <ActionIcon aria-label={text('breakouts.result.remove')} onClick={() => void remove()}>
            <Icon of={IconTrash} size={18} />
          </ActionIcon>
        </span>
      )}
    </>
  );
}

type WritingProps = { room: RoomId; result: Result | null; onDone?(): void };

/** A new result, or other words for one. What is typed survives a reload and the end of the breakouts. */
function Writing({ room, result, onDone }: WritingProps) {
  const text = useText();
  const send = useCommand();
  const [draft, setDraft] = useDraft(`breakouts/${room}/${result?.result ?? 'new'}`);
  const words = draft || (result?.text ?? '');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    setDraft('');
    const ack = await send('breakouts.result', { room, result: result?.result ?? newId(), text: words.trim() });
    if (!ack.ok) setDraft(words);
    else onDone?.();
  };
  return (
    <form className={styles.writing} onSubmit={event => void save(event)}>
      <Textarea
        aria-label={text('breakouts.result.new')}
        placeholder={text('breakouts.result.new')}
        autosize
        minRows={1}
        maxRows={5}
        maxLength={limits.resultGraphemes}
        value={words}
        onChange={event => setDraft(event.currentTarget.value)}
      />
      <Button type="submit" variant="light">
        {text(result ? 'common.save' : 'breakouts.result.add')}
      </Button>
    </form>
  );
}
