import { Button } from '@mantine/core';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import { useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { useCommand, useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { AnswersForm } from '../AnswersForm.tsx';
import { useTrialAnswers } from '../use-own-answers.ts';
import { useProgress } from '../use-progress.ts';
import styles from './FormStatus.module.css';
import { useText } from './texts.ts';

/** Whether people can answer, how many have, how the form looks to them, and closing it. */
export function FormStatus() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const status = useView(view => view.form.status);
  const { asked, begun } = useCounts();
  const [isShown, setShown] = useState(false);
  const isOpen = status === 'open';
  return (
    <section className={styles.status} data-status={status} aria-label={text('questions.status')}>
      <Icon of={isOpen ? IconLockOpen : IconLock} size={24} />
      <div className={styles.words}>
        <strong>{text(`questions.${status}`)}</strong>
        <span className={styles.quiet}>{text('questions.begun', { begun, count: asked })}</span>
      </div>
      <Button variant="default" leftSection={<Icon of={IconEye} size={20} />} onClick={() => setShown(true)}>
        {text('questions.preview')}
      </Button>
      {may('form.lock') && (
        <Button variant="default" onClick={() => void send(isOpen ? 'form.lock' : 'form.unlock', {})}>
          {text(isOpen ? 'questions.lock' : 'questions.unlock')}
        </Button>
      )}
      <Dialog title={text('form.title')} isOpen={isShown} onClose={() => setShown(false)} size={800}>
        <p className={styles.quiet}>{text('questions.preview.text')}</p>
        <Trial />
      </Dialog>
    </section>
  );
}

function Trial() {
  return <AnswersForm book={useTrialAnswers()} />;
}

/** How many people are asked, and how many of them have said anything. */
export function useCounts(): { asked: number; begun: number } {
  const people = useView(view => view.people);
  const progress = useProgress();
  const standings = Object.values(people).flatMap(card => (card.status === 'active' ? (progress(card) ?? []) : []));
  return { asked: standings.length, begun: standings.filter(({ state }) => state !== 'none').length };
}
