import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { lateRules } from '@multaqa/shared/facilitate/breakouts/breakouts.messages';
import { limits } from '@multaqa/shared/limits';
import { useCommand } from '../../../../dialogue/use-dialogue.ts';
import { Count } from '../start/OptionsOf.tsx';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import styles from './RulesForm.module.css';

const usualMinutes = [3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 45, 60, 75, 90, 120];

type Rules = Pick<ShownGrouping, 'minutes' | 'late' | 'plenary' | 'seats'>;

/** How these breakouts run once they are open. What is chosen counts at once. */
export function RulesForm({ grouping: shown, mayChange }: { grouping: ShownGrouping; mayChange: boolean }) {
  const text = useText();
  const send = useCommand();
  const { grouping, minutes, late, plenary, seats } = shown;
  const set = (change: Partial<Rules>) =>
    void send('breakouts.rule', { grouping, minutes, late, plenary, seats, ...change });
  const choices = [...new Set([...usualMinutes, ...(minutes === null ? [] : [minutes])])].sort((a, b) => a - b);
  return (
    <fieldset className={styles.form} disabled={!mayChange} aria-label={text('prepare.view.rules')}>
      <NativeSelect
        className={styles.short ?? ''}
        label={text('prepare.minutes')}
        description={text('prepare.minutes.hint')}
        value={minutes ?? ''}
        data={[
          ...choices.map(value => ({ value: String(value), label: text('common.minutes', { count: value }) })),
          { value: '', label: text('prepare.minutes.none') },
        ]}
        onChange={event => set({ minutes: event.currentTarget.value ? Number(event.currentTarget.value) : null })}
      />
      <Radio.Group
        label={text('prepare.late')}
        description={text('prepare.late.hint')}
        value={late}
        onChange={value => set({ late: lateRules.find(rule => rule === value) ?? late })}
      >
        <div className={styles.choices}>
          {lateRules.map(rule => (
            <Radio key={rule} value={rule} label={text(`prepare.late.${rule}`)} />
          ))}
        </div>
      </Radio.Group>
      {(late === 'choose' || shown.way === 'choice') && (
        <div className={styles.short}>
          <Count
            key={grouping}
            label={text('prepare.seats')}
            hint={text('prepare.seats.hint')}
            placeholder={text('prepare.seats.none')}
            value={seats}
            most={limits.peoplePerDialogue}
            onChange={value => set({ seats: value })}
          />
        </div>
      )}
      <Checkbox
        label={text('prepare.plenary')}
        description={text('prepare.plenary.hint')}
        checked={plenary === 'open'}
        onChange={event => set({ plenary: event.currentTarget.checked ? 'open' : 'closed' })}
      />
    </fieldset>
  );
}
