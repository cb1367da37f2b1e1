import { Button, CloseButton } from '@mantine/core';
import { Suspense } from 'react';
import { CopyButton } from '../../design/CopyButton.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { OutboxItem } from '../../dialogue/outbox.ts';
import { useMe, useOutbox } from '../../dialogue/use-dialogue.ts';
import { useRefusalText } from '../../platform/texts.ts';
import styles from './RefusedNotices.module.css';
import { useText } from './texts.ts';

type Refused = Extract<OutboxItem, { state: 'refused' }>;

/** What the rules refused after it had been kept and sent: in plain words, with the text that was written. */
export function RefusedNotices() {
  const { place } = useMe();
  const refused = useOutbox(items =>
    items.filter((item): item is Refused => item.state === 'refused' && !isShownInChat(item, place?.room)),
  );
  if (refused.length === 0) return null;
  return (
    <div className={styles.notices} role="alert">
      {refused.slice(-3).map(item => (
        <Suspense key={item.id}>
          <Notice item={item} />
        </Suspense>
      ))}
    </div>
  );
}

// The chat of the room shows its own unsent messages in their place.
const isShownInChat = ({ kind, input }: Refused, room: string | undefined): boolean =>
  kind === 'chat.say' && (input as { room?: string }).room === room;

function Notice({ item }: { item: Refused }) {
  const text = useText();
  const { dismiss } = useDialogue();
  const refusal = useRefusalText(item);
  const { text: written } = item.input as { text?: string };
  return (
    <div className={styles.notice}>
      <div className={styles.head}>
        <strong>{text('outbox.refused')}</strong>
        <CloseButton aria-label={text('common.close')} onClick={() => dismiss(item.id)} />
      </div>
      <p>{refusal}</p>
      {written && (
        <>
          <blockquote className={styles.written} dir="auto">
            {written}
          </blockquote>
          <div className={styles.actions}>
            <CopyButton value={written}>{text('common.copy-text')}</CopyButton>
            <Button variant="subtle" onClick={() => dismiss(item.id)}>
              {text('common.discard')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
