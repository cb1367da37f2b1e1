import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import styles from './FirstStep.module.css';
import { useText } from './texts.ts';

/** What an organiser does first in a new dialogue: one thing at a time, first the people, then the date. */
export function FirstStep() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const isAlone = useView(({ people }) => Object.values(people).filter(({ status }) => status === 'active').length < 2);
  const isUnplanned = useView(({ sessions }) => Object.values(sessions).every(({ status }) => status === 'cancelled'));
  const step = isAlone && may('people.add') ? 'people' : isUnplanned && may('sessions.plan') ? 'sessions' : null;
  if (step === null) return null;
  return (
    <section className={styles.card} aria-labelledby="first-step">
      <div className={styles.words}>
        <h2 id="first-step" className={styles.title}>
          {text(`begin.${step}.title`)}
        </h2>
        <p className={styles.quiet}>{text(`begin.${step}.text`)}</p>
      </div>
      <Button size="lg" component={Link} to={`/d/${id}/${step}`}>
        {text(`begin.${step}.action`)}
      </Button>
    </section>
  );
}
