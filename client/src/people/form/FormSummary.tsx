import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './FormSummary.module.css';
import { useCounts } from './questions/FormStatus.tsx';
import { useText } from './questions/texts.ts';

/** What people are asked and how many have answered, in a line, with the way to the questions; hosts alone see it. */
export function FormSummary() {
  const text = useText();
  const { id } = useDialogue();
  const { needs, fields, status, isHost } = useView(({ form }) => ({
    needs: form.needs.length,
    fields: form.fields.length,
    status: form.status,
    isHost: form.answers !== undefined,
  }));
  const { asked, begun } = useCounts();
  if (!isHost) return null;
  return (
    <section className={styles.summary} aria-label={text('questions.title')}>
      <div className={styles.words}>
        <strong>{text('questions.begun', { begun, count: asked })}</strong>
        <span className={styles.quiet}>
          {text('questions.needs.count', { count: needs })}
          {fields > 0 && ` · ${text('questions.own.count', { count: fields })}`}
          {status === 'locked' && ` · ${text('questions.locked.short')}`}
        </span>
      </div>
      <Button variant="default" component={Link} to={`/d/${id}/people/form`}>
        {text('questions.title')}
      </Button>
    </section>
  );
}
