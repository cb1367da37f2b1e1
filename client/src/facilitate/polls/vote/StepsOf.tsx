import { nameIn } from '@multaqa/shared/name-in';
import type { Names } from '@multaqa/shared/names';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './Vote.module.css';

type Props<Step extends string> = {
  /** What is answered. */
  names: Names;
  steps: readonly { id: Step; label: string }[];
  chosen: Step | null;
  isDisabled: boolean;
  onChoose(step: Step): void;
  /** Words at the ends of the steps. */
  ends?: ReactNode;
};

/** A statement with answers side by side, of which one is chosen. */
export function StepsOf<Step extends string>({ names, steps, chosen, isDisabled, onChoose, ends }: Props<Step>) {
  const { language } = useLanguage();
  const group = useId();
  return (
    <fieldset className={styles.statement} disabled={isDisabled}>
      <legend className={styles.question}>
        <bdi>{nameIn(names, language)}</bdi>
      </legend>
      <div className={styles.steps}>
        {steps.map(({ id, label }) => (
          <label key={id} className={styles.step}>
            <input
              type="radio"
              name={group}
              className={styles.unseen}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {ends}
    </fieldset>
  );
}
