import { Button } from '@mantine/core';
import { isGrouped } from '@multaqa/shared/people/people.state';
import { useState } from 'react';
import { Link, Navigate, useLocation } from 'react-router';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { AnswersForm } from '../../people/form/AnswersForm.tsx';
import { openQuestions } from '../../people/form/answer-values.ts';
import { useText } from '../../people/form/texts.ts';
import { useOwnAnswers } from '../../people/form/use-own-answers.ts';
import { isArriving } from '../arriving.ts';
import styles from './AnswersPage.module.css';
import { SubPage } from './SubPage.tsx';

/** The short form about oneself and one's town. Who comes here by their link and has nothing to answer goes on at once. */
export function AnswersPage() {
  const text = useText();
  const { id } = useDialogue();
  const { role } = useMe();
  const { state } = useLocation();
  const asked = useView(view => view.form);
  const book = useOwnAnswers();
  const [goesOn] = useState(
    () => isArriving(state) && (book.isReadOnly || !isGrouped(role) || openQuestions(book.values, asked).length === 0),
  );
  if (goesOn) return <Navigate to={`/d/${id}`} replace />;
  return (
    <SubPage title={text('form.title')} lead={text('form.lead')}>
      <AnswersForm book={book} />
      <div className={styles.done}>
        <Button size="lg" component={Link} to={`/d/${id}`}>
          {text('form.done')}
        </Button>
        {!book.isReadOnly && <p className={styles.quiet}>{text('form.done.text')}</p>}
      </div>
    </SubPage>
  );
}
