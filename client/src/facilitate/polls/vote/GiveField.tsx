import { pointsEach, pointsStep } from '@multaqa/shared/facilitate/polls/kinds/points';
import { nameIn } from '@multaqa/shared/name-in';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import styles from './Vote.module.css';

/** A hundred points to share out. */
export function GiveField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { language } = useLanguage();
  const given: { readonly [option: string]: number | undefined } = value && 'give' in value ? value.give : {};
  const spent = Object.values(given).reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  const left = pointsEach - spent;
  return (
    <fieldset className={styles.field} disabled={isDisabled}>
      <legend className={styles.note}>
        <span aria-live="polite">
          {left === 0 ? text('polls.points.all') : text('polls.points.left', { count: left })}
        </span>
      </legend>
      {sheet.options.map(({ option, names }) => {
        const amount = given[option] ?? 0;
        return (
          <label key={option} className={styles.slider}>
            <bdi className={styles.grow}>{nameIn(names, language)}</bdi>
            <output className={styles.amount}>{amount}</output>
            <input
              type="range"
              min={0}
              max={pointsEach}
              step={pointsStep}
              value={amount}
              aria-valuetext={text('polls.points.given', { count: amount })}
              onChange={event => {
                // No more than there is: the thumb stops where the points end.
                const most = Math.min(Number(event.currentTarget.value), amount + left);
                onChange({ give: { ...given, [option]: most } });
              }}
            />
          </label>
        );
      })}
    </fieldset>
  );
}
