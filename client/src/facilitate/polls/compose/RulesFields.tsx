import { NativeSelect } from '@mantine/core';
import type { Dimension, Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { useId } from 'react';
import { Secrecy } from '../Secrecy.tsx';
import styles from './Compose.module.css';
import { useText } from './texts.ts';

type Props = { sheet: Sheet; onChange(sheet: Sheet): void };
const namings = ['shown', 'after', 'never'] as const;
const splits = ['cluster', 'language', 'municipality', 'room'] as const;
const limitsInSeconds = [30, 60, 120, 300, 600] as const;

/** Who learns what, when results are seen, what counts, and for how long. */
export function RulesFields({ sheet, onChange }: Props) {
  const text = useText();
  const group = useId();
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{text('compose.rules')}</legend>
      <div className={styles.namings} role="radiogroup" aria-label={text('compose.names')}>
        {namings.map(names => (
          <label key={names} className={styles.naming}>
            <input
              type="radio"
              name={group}
              checked={sheet.names === names}
              onChange={() => onChange({ ...sheet, names, results: names === 'shown' ? sheet.results : 'after' })}
            />
            <span>
              <b>{text(`compose.names.${names}`)}</b>
              <span className={styles.about}>{text(`compose.names.${names}.text`)}</span>
            </span>
          </label>
        ))}
      </div>
      <Secrecy sheet={sheet} />
      <div className={styles.row}>
        <NativeSelect
          label={text('compose.results')}
          value={sheet.results}
          data={(['live', 'after'] as const).map(value => ({ value, label: text(`compose.results.${value}`) }))}
          onChange={event => onChange({ ...sheet, results: event.currentTarget.value as Sheet['results'] })}
        />
        <NativeSelect
          label={text('compose.seconds')}
          value={sheet.seconds ?? ''}
          data={[
            { value: '', label: text('compose.seconds.none') },
            ...limitsInSeconds.map(seconds => ({
              value: String(seconds),
              label:
                seconds < 60
                  ? text('compose.seconds.some', { count: seconds })
                  : text('compose.minutes', { count: seconds / 60 }),
            })),
          ]}
          onChange={event => onChange({ ...sheet, seconds: Number(event.currentTarget.value) || null })}
        />
        {sheet.names === 'never' ? null : (
          <NativeSelect
            label={text('compose.weight')}
            value={sheet.weight}
            data={(['person', 'municipality'] as const).map(value => ({
              value,
              label: text(`compose.weight.${value}`),
            }))}
            onChange={event => onChange({ ...sheet, weight: event.currentTarget.value as Sheet['weight'] })}
          />
        )}
        {sheet.names !== 'shown' && (
          <NativeSelect
            label={text('compose.split')}
            value={sheet.split ?? ''}
            data={[
              { value: '', label: text('compose.split.none') },
              ...splits.map(value => ({ value, label: text(`compose.split.${value}`) })),
            ]}
            onChange={event => onChange({ ...sheet, split: (event.currentTarget.value || null) as Dimension | null })}
          />
        )}
      </div>
    </fieldset>
  );
}
