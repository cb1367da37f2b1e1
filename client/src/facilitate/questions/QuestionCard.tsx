import { Button } from '@mantine/core';
import type { ShownPlace, ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import { useRef } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useOwn, useView } from '../../dialogue/use-dialogue.ts';
import { Asker } from './Asker.tsx';
import { Fold } from './Fold.tsx';
import styles from './QuestionCard.module.css';
import { type QuestionDialog, QuestionMenu } from './QuestionMenu.tsx';
import { SupportButton } from './SupportButton.tsx';
import { useText } from './texts.ts';
import { Why } from './Why.tsx';

export type CardProps = {
  room: string;
  of: ShownQuestion;
  place?: ShownPlace | undefined;
  onOpen(dialog: QuestionDialog, of: ShownQuestion): void;
};

/** A question with its supporters, who asked it, what was merged into it and what was answered. */
export function QuestionCard({ room, of, place, onOpen }: CardProps) {
  const text = useText();
  const roomName = useRoomName();
  const isMine = useOwn(own => own.questions.asked.some(({ question }) => question === of.question));
  const card = useRef<HTMLElement>(null);
  const open = (dialog: QuestionDialog) => {
    // The entry that was chosen goes with its menu: the dialog gives the focus back to what opened that.
    card.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
    onOpen(dialog, of);
  };
  return (
    <article ref={card} className={styles.card} data-status={of.standing.status} aria-label={of.text}>
      <SupportButton room={room} of={of} />
      <div className={styles.body}>
        {of.standing.status === 'pinned' && (
          <p className={styles.pinned}>
            <Icon of={IconPin} size={16} />
            {text('questions.pinned')}
          </p>
        )}
        <p className={styles.words} dir="auto">
          {of.text}
        </p>
        <p className={styles.meta}>
          <Asker asker={of.asker} isMine={isMine} />
          {of.from && <span>{text('questions.from', { room: roomName(of.from) })}</span>}
          {place && <Why of={place} />}
        </p>
        <Merged room={room} of={of} />
        <Answer of={of} />
      </div>
      <QuestionMenu room={room} of={of} isMine={isMine} onOpen={open} />
    </article>
  );
}

/** What else was asked in the same sense; hosts take it out again. */
function Merged({ room, of: { merged } }: Pick<CardProps, 'room' | 'of'>) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (merged.length === 0) return null;
  return (
    <Fold title={text('questions.merged', { count: merged.length })}>
      <ul className={styles.merged}>
        {merged.map(({ question, text: words, asker }) => (
          <li key={question}>
            <p dir="auto">{words}</p>
            <p className={styles.meta}>
              <Asker asker={asker} isMine={false} />
            </p>
            {may('questions.split', { room }) && (
              <Button variant="subtle" onClick={() => void send('questions.split', { room, question })}>
                {text('questions.split')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function Answer({ of: { standing } }: Pick<CardProps, 'of'>) {
  const text = useText();
  const name = useView(({ people }) => (standing.status === 'answered' ? people[standing.by]?.name : undefined));
  if (standing.status !== 'answered') return null;
  if (standing.answer === null) return <p className={styles.aloud}>{text('questions.aloud')}</p>;
  return (
    <figure className={styles.answer}>
      <blockquote dir="auto">{standing.answer}</blockquote>
      <figcaption className={styles.meta}>
        {text('questions.answer-of', { name: name ?? text('common.nameless') })}
      </figcaption>
    </figure>
  );
}
