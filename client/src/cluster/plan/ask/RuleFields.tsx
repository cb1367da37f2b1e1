import { Checkbox, TextInput } from '@mantine/core';
import type { HardRules } from '@multaqa/shared/cluster/analysis/profile';
import { limits } from '@multaqa/shared/limits';
import type { Choice } from '../../../design/people-rules/PeoplePicker.tsx';
import { PeopleRules } from '../../../design/people-rules/PeopleRules.tsx';
import { useText } from '../texts.ts';
import styles from './RuleFields.module.css';

type Props = { rules: HardRules; people: readonly Choice[]; onChange(rules: HardRules): void };

/** What no proposal breaks. */
export function RuleFields({ rules, people, onChange }: Props) {
  const text = useText();
  const set = (change: Partial<HardRules>) => onChange({ ...rules, ...change });
  return (
    <div className={styles.fields}>
      <div className={styles.numbers}>
        <NumberOrNone rule="min" value={rules.min} onChange={min => set({ min })} />
        <NumberOrNone rule="max" value={rules.max} onChange={max => set({ max })} />
        <NumberOrNone
          rule="perMunicipality"
          value={rules.perMunicipality}
          onChange={perMunicipality => set({ perMunicipality })}
        />
      </div>
      <div data-rule="sharedLanguage">
        <Checkbox
          label={text('cluster.rules.sharedLanguage')}
          checked={rules.sharedLanguage}
          onChange={event => set({ sharedLanguage: event.currentTarget.checked })}
        />
      </div>
      {(['together', 'apart'] as const).map(rule => (
        <PeopleRules
          key={rule}
          rule={rule}
          title={text(`cluster.rules.${rule}`)}
          add={text(`cluster.rules.${rule}.add`)}
          groups={rules[rule]}
          people={people}
          onChange={groups => set({ [rule]: groups })}
        />
      ))}
    </div>
  );
}

function NumberOrNone({
  rule,
  value,
  onChange,
}: {
  rule: 'min' | 'max' | 'perMunicipality';
  value: number | null;
  onChange(value: number | null): void;
}) {
  const text = useText();
  return (
    <TextInput
      data-rule={rule}
      type="number"
      inputMode="numeric"
      min={1}
      max={limits.peoplePerDialogue}
      label={text(`cluster.rules.${rule}`)}
      placeholder={text('cluster.rules.none')}
      value={value ?? ''}
      onChange={event => onChange(countFrom(event.currentTarget.value))}
    />
  );
}

/** What was typed as a number of people; null for nothing. */
export function countFrom(typed: string): number | null {
  const number = Math.round(Number(typed));
  return typed.trim() === '' || !(number >= 1) ? null : Math.min(number, limits.peoplePerDialogue);
}
