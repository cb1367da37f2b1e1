import { Button, TextInput } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { limits } from '@multaqa/shared/limits';
import { useId, useState } from 'react';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { Asker } from './Asker.tsx';
import { Fold } from './Fold.tsx';
import styles from './Queue.module.css';
import { useText } from './texts.ts';

type Props = { room: string; questions: readonly ShownQuestion[] };

/** What waits until a host has looked at it, the oldest first; nothing while nothing waits. */
export function Queue({ room, questions }: Props) {
  const text = useText();
  const heading = useId();
  if (questions.length === 0) return null;
  return (
    <section className={styles.queue} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {text('questions.wait', { count: questions.length })}
      </h2>
      <ul className={styles.rows}>
        {questions.map(of => (
          <li key={of.question}>
            <Waiting room={room} of={of} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ room, of: { question, text: words, asker } }: { room: string; of: ShownQuestion }) {
  const text = useText();
  const send = useCommand();
  const [reason, setReason] = useState<string | null>(null);
  const one = { room, question };
  return (
    <article className={styles.row} aria-label={words}>
      <p dir="auto">{words}</p>
      <p className={styles.quiet}>
        <Asker asker={asker} isMine={false} />
      </p>
      {reason === null ? (
        <div className={styles.ways}>
          <Button onClick={() => void send('questions.approve', one)}>{text('questions.approve')}</Button>
          <Button variant="default" onClick={() => setReason('')}>
            {text('questions.decline')}
          </Button>
        </div>
      ) : (
        <form
          className={styles.ways}
          onSubmit={event => {
            event.preventDefault();
            void send('questions.decline', { ...one, reason: reason.trim() });
          }}
        >
          <TextInput
            className={styles.reason}
            label={text('questions.decline.why')}
            maxLength={limits.declinedGraphemes}
            value={reason}
            autoFocus
            dir="auto"
            onChange={event => setReason(event.currentTarget.value)}
          />
          <Button type="submit">{text('questions.decline')}</Button>
          <Button variant="subtle" onClick={() => setReason(null)}>
            {text('common.cancel')}
          </Button>
        </form>
      )}
    </article>
  );
}

/** What hosts have declined or hidden, and the way back. */
export function Away({ room, questions }: Props) {
  const text = useText();
  const send = useCommand();
  if (questions.length === 0) return null;
  return (
    <Fold title={text('questions.away', { count: questions.length })}>
      <ul className={styles.rows}>
        {questions.map(({ question, text: words, standing }) => (
          <li key={question} className={styles.row}>
            <p dir="auto">{words}</p>
            {standing.status === 'declined' && standing.reason !== '' && (
              <p className={styles.quiet}>{text('questions.declined-because', { reason: standing.reason })}</p>
            )}
            <div className={styles.ways}>
              <Button
                variant="default"
                onClick={() =>
                  void send(standing.status === 'declined' ? 'questions.approve' : 'questions.restore', {
                    room,
                    question,
                  })
                }
              >
                {text('questions.show-again')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
