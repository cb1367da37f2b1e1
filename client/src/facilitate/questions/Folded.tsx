import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { Fold } from './Fold.tsx';
import { type CardProps, QuestionCard } from './QuestionCard.tsx';
import styles from './QuestionsPanel.module.css';

type Props = Pick<CardProps, 'room' | 'onOpen'> & { title: string; questions: readonly ShownQuestion[] };

/** Questions that need nobody now, behind their title; nothing while there are none. */
export function Folded({ title, questions, ...rest }: Props) {
  if (questions.length === 0) return null;
  return (
    <Fold title={title}>
      <ul className={styles.cards}>
        {questions.map(of => (
          <li key={of.question}>
            <QuestionCard of={of} {...rest} />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
