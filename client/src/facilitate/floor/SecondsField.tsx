import { NativeSelect, NumberInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import styles from './HostDialogs.module.css';
import { useText } from './texts.ts';

const usual = [30, 60, 90, 120, 180, 300];

type Props = { label: string; value: number | null; onChange(seconds: number | null): void };

/** How long a turn may take, in seconds: none, a usual length, or one's own. */
export function SecondsField({ label, value, onChange }: Props) {
  const text = useText();
  const [isOwn, setOwn] = useState(value !== null && !usual.includes(value));
  const chosen = isOwn ? 'own' : value === null ? 'none' : String(value);
  const choose = (wanted: string) => {
    setOwn(wanted === 'own');
    if (wanted !== 'own') onChange(wanted === 'none' ? null : Number(wanted));
  };
  return (
    <div className={styles.two}>
      <NativeSelect
        label={label}
        value={chosen}
        onChange={event => choose(event.currentTarget.value)}
        data={[
          { value: 'none', label: text('floor.seconds.none') },
          ...usual.map(seconds => ({ value: String(seconds), label: text('floor.seconds', { count: seconds }) })),
          { value: 'own', label: text('floor.seconds.own') },
        ]}
      />
      {isOwn && (
        <NumberInput
          label={text('floor.seconds.label')}
          min={limits.shortestTurn}
          max={limits.longestTurn}
          clampBehavior="strict"
          allowDecimal={false}
          value={value ?? limits.usualTurn}
          onChange={next => typeof next === 'number' && next >= limits.shortestTurn && onChange(next)}
        />
      )}
    </div>
  );
}
