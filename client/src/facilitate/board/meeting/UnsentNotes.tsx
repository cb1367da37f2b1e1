import { Button, VisuallyHidden } from '@mantine/core';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { OutboxItem } from '../../../dialogue/outbox.ts';
import { useDraft, useOutbox, useOwn } from '../../../dialogue/use-dialogue.ts';
import { refusalText } from '../../../platform/texts.ts';
import styles from './PrivateNotes.module.css';
import { useText } from './texts.ts';
import { draftOf } from './WriteNote.tsx';

type Sent = { room: string; note: string; text: string; colour: string };

/** Private notes on their way: with a clock while they wait, with the reason where they came too late. */
export function UnsentNotes({ room }: { room: RoomId }) {
  const text = useText();
  const known = useOwn(({ board }) => board.jots.map(({ note }) => note).join(' '));
  const items = useOutbox(all =>
    all.filter(({ kind, input }) => {
      const { room: where, note } = input as Sent;
      return kind === 'board.jot' && where === room && !known.includes(note);
    }),
  );
  if (items.length === 0) return null;
  return (
    <ul className={styles.own} aria-label={text('meeting.unsent')}>
      {items.map(item => (
        <li key={item.id} className={styles.jot} data-colour={(item.input as Sent).colour} data-state={item.state}>
          <Unsent item={item} room={room} />
        </li>
      ))}
    </ul>
  );
}

function Unsent({ item, room }: { item: OutboxItem; room: RoomId }) {
  const text = useText();
  const { dismiss } = useDialogue();
  const [draft, setDraft] = useDraft(draftOf(room));
  const { text: words } = item.input as Sent;
  const again = () => {
    setDraft(draft ? `${draft}\n${words}` : words);
    dismiss(item.id);
  };
  return (
    <>
      <p className={styles.words} dir="auto">
        {words}
      </p>
      {item.state === 'refused' ? (
        <div className={styles.refused}>
          <p className={styles.reason}>
            <Icon of={IconAlertCircle} size={18} />
            {refusalText(text, item)}
          </p>
          <Button variant="default" onClick={again}>
            {text('meeting.take-back')}
          </Button>
          <Button variant="subtle" onClick={() => dismiss(item.id)}>
            {text('common.discard')}
          </Button>
        </div>
      ) : (
        <span className={styles.tools}>
          <Icon of={IconClock} size={16} />
          <VisuallyHidden>{text('meeting.sending')}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
