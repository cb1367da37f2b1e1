import { Button } from '@mantine/core';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Note } from '../../design/Note.tsx';
import { useCommand, useDraft, useMay, useServerClock } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './LateDraft.module.css';
import { useText } from './texts.ts';

/** What somebody was writing when their session closed: for some minutes they add it, and they can always take it along. */
export function LateDraft({ room, closedAt }: { room: RoomId; closedAt: number }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const now = useServerClock();
  const [draft, setDraft] = useDraft(`chat/${room}`);
  const [step, setStep] = useState<'open' | 'adding' | 'added'>('open');
  if (step === 'added') return <Note>{text('chat.late.added')}</Note>;
  if (draft.trim() === '' || !may('chat.add')) return null;
  const isInTime = now() < closedAt + limits.lateMessage;
  const add = async () => {
    setStep('adding');
    const ack = await send('chat.add', { room, message: newId(), text: draft.trim() });
    if (ack.ok) setDraft('');
    setStep(ack.ok ? 'added' : 'open');
  };
  return (
    <section className={styles.late}>
      <h2 className={styles.title}>{text('chat.late.title')}</h2>
      <blockquote className={styles.words} dir="auto">
        {draft}
      </blockquote>
      {!isInTime && <p className={styles.quiet}>{text('chat.late.over')}</p>}
      <div className={styles.ways}>
        <CopyButton value={draft}>{text('chat.late.copy')}</CopyButton>
        {isInTime && (
          <Button loading={step === 'adding'} onClick={() => void add()}>
            {text('chat.late.add')}
          </Button>
        )}
      </div>
    </section>
  );
}
