import { type CSSProperties, useId } from 'react';
import { useText } from '../texts.ts';
import styles from './WeightSlider.module.css';
import { amountOf } from './weights.ts';

/** How much one thing counts, from not at all to a great deal. The words say it, not the number. */
export function WeightSlider({
  label,
  hint,
  weight,
  onChange,
}: {
  label: string;
  hint: string;
  /** 0 to 10. */
  weight: number;
  onChange(weight: number): void;
}) {
  const text = useText();
  const id = useId();
  const amount = text(`cluster.amount.${amountOf(weight)}`);
  return (
    <div className={styles.slider}>
      <label className={styles.label} htmlFor={id}>
        <bdi>{label}</bdi>
      </label>
      <output className={styles.amount} htmlFor={id}>
        {amount}
      </output>
      <input
        id={id}
        className={styles.range}
        type="range"
        min={0}
        max={10}
        step={1}
        value={weight}
        style={{ '--share': `${weight * 10}%` } as CSSProperties}
        aria-valuetext={amount}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(Number(event.currentTarget.value))}
      />
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
