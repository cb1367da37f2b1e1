import { ActionIcon } from '@mantine/core';
import type { BoardOwn } from '@multaqa/shared/facilitate/board/board.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand, useDraft, useOwn } from '../../../dialogue/use-dialogue.ts';
import styles from './PrivateNotes.module.css';
import { useText } from './texts.ts';
import { draftOf } from './WriteNote.tsx';

type Jot = BoardOwn['jots'][number];

/** What one has written privately, the newest first; each can be taken up again or taken back. */
export function OwnNotes({ room }: { room: RoomId }) {
  const text = useText();
  const send = useCommand();
  const jots = useOwn(({ board }) => board.jots);
  const [draft, setDraft] = useDraft(draftOf(room));
  if (jots.length === 0) return <p className={styles.quiet}>{text('meeting.private.none')}</p>;
  const drop = (jot: Jot) => send('board.drop', { room, note: jot.note });
  const remove = async (jot: Jot) => {
    const ack = await drop(jot);
    if (ack.ok)
      offerUndo({
        message: text('meeting.removed'),
        label: text('common.undo'),
        undo: () => void send('board.jot', { room, ...jot }),
      });
  };
  const rewrite = (jot: Jot) => {
    setDraft(draft ? `${draft}\n${jot.text}` : jot.text);
    void drop(jot);
  };
  return (
    <ul className={styles.own} aria-label={text('meeting.own')}>
      {[...jots].reverse().map(jot => (
        <li key={jot.note} className={styles.jot} data-colour={jot.colour}>
          <p className={styles.words} dir="auto">
            {jot.text}
          </p>
          <span className={styles.tools}>
            <ActionIcon
              aria-label={text('meeting.rewrite', { note: jot.text })}
              title={text('meeting.rewrite.short')}
              onClick={() => rewrite(jot)}
            >
              <Icon of={IconPencil} size={20} />
            </ActionIcon>
            <ActionIcon
              aria-label={text('meeting.remove', { note: jot.text })}
              title={text('meeting.remove.short')}
              onClick={() => void remove(jot)}
            >
              <Icon of={IconTrash} size={20} />
            </ActionIcon>
          </span>
        </li>
      ))}
    </ul>
  );
}
