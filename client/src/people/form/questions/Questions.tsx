import { useMay } from '../../../dialogue/use-dialogue.ts';
import { FormStatus } from './FormStatus.tsx';
import { NeedsList } from './NeedsList.tsx';
import { OwnQuestions } from './OwnQuestions.tsx';
import styles from './Questions.module.css';
import { Unanswered } from './Unanswered.tsx';

/** What people are asked before they are grouped, and who has answered. Only organisers change the questions. */
export function Questions() {
  const may = useMay();
  return (
    <div className={styles.questions}>
      <FormStatus />
      <Unanswered />
      {may('form.list') && <NeedsList />}
      {may('form.ask') && <OwnQuestions />}
    </div>
  );
}
