import { answers } from '@multaqa/shared/facilitate/polls/kinds/yes-no';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import { StepsOf } from './StepsOf.tsx';
import styles from './Vote.module.css';

/** Yes, no or an abstention for each statement. */
export function AnswerField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const given = value && 'answer' in value ? value.answer : {};
  return (
    <div className={styles.field}>
      {sheet.options.map(({ option, names }) => (
        <StepsOf
          key={option}
          names={names}
          steps={answers.map(answer => ({ id: answer, label: text(`polls.answer.${answer}`) }))}
          chosen={given[option as keyof typeof given] ?? null}
          isDisabled={isDisabled}
          onChoose={answer => onChange({ answer: { ...given, [option]: answer } })}
        />
      ))}
    </div>
  );
}
