import { nameIn } from '@multaqa/shared/name-in';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import { StepsOf } from './StepsOf.tsx';
import styles from './Vote.module.css';

const none = 'none';

/** A step of a scale for each statement, or that one can't say. */
export function RateField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { language } = useLanguage();
  const { design, labels } = sheet;
  if (design.kind !== 'scale') return null;
  const given: { readonly [option: string]: number | null | undefined } = value && 'rate' in value ? value.rate : {};
  const numbers = Array.from({ length: design.to - design.from + 1 }, (_, at) => String(design.from + at));
  const ends = (
    <p className={styles.ends} aria-hidden>
      <bdi>{nameIn(labels.low ?? {}, language)}</bdi>
      <bdi>{nameIn(labels.high ?? {}, language)}</bdi>
    </p>
  );
  return (
    <div className={styles.field}>
      <p className={styles.unseen}>
        {text('polls.scale.ends', {
          low: nameIn(labels.low ?? {}, language),
          high: nameIn(labels.high ?? {}, language),
          from: design.from,
          to: design.to,
        })}
      </p>
      {sheet.options.map(({ option, names }) => {
        const now = given[option];
        return (
          <StepsOf
            key={option}
            names={names}
            steps={[...numbers.map(id => ({ id, label: id })), { id: none, label: text('polls.scale.none') }]}
            chosen={now === undefined ? null : (now?.toString() ?? none)}
            isDisabled={isDisabled}
            onChoose={step => onChange({ rate: { ...given, [option]: step === none ? null : Number(step) } })}
            ends={ends}
          />
        );
      })}
    </div>
  );
}
