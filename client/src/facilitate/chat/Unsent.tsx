import { Button, VisuallyHidden } from '@mantine/core';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { Icon } from '../../design/Icon.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { OutboxItem } from '../../dialogue/outbox.ts';
import { useDraft, useOutbox } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import { useText } from './texts.ts';
import styles from './Unsent.module.css';

type Said = { room: string; message: string; text: string };

/** One's own messages to a room that nobody else sees yet. */
export const useUnsent = (room: string, shown: ReadonlyMap<string, unknown>): readonly OutboxItem[] =>
  useOutbox(all =>
    all.filter(
      ({ kind, input }) => kind === 'chat.say' && (input as Said).room === room && !shown.has((input as Said).message),
    ),
  );

/** One of them: with a clock while it waits, with the reason when it was refused. */
export function Unsent({ item, room }: { item: OutboxItem; room: string }) {
  const text = useText();
  const { dismiss } = useDialogue();
  const [draft, setDraft] = useDraft(`chat/${room}`);
  const { text: said } = item.input as Said;
  const again = () => {
    setDraft(draft ? `${draft}\n${said}` : said);
    dismiss(item.id);
  };
  return (
    <div className={styles.item} data-state={item.state}>
      <p className={styles.text} dir="auto">
        {said}
      </p>
      {item.state === 'refused' ? (
        <>
          <p className={styles.reason}>
            <Icon of={IconAlertCircle} size={18} />
            {refusalText(text, item)}
          </p>
          <div>
            <Button variant="default" onClick={again}>
              {text('chat.again')}
            </Button>{' '}
            <Button variant="subtle" onClick={() => dismiss(item.id)}>
              {text('common.discard')}
            </Button>
          </div>
        </>
      ) : (
        <span className={styles.clock}>
          <Icon of={IconClock} size={16} />
          <VisuallyHidden>{text('chat.waiting')}</VisuallyHidden>
        </span>
      )}
    </div>
  );
}
