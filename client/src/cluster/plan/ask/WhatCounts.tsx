import { Radio, TextInput } from '@mantine/core';
import { criteria, type Settings } from '@multaqa/shared/cluster/analysis/profile';
import { limits } from '@multaqa/shared/limits';
import type { Choice } from '../../../design/people-rules/PeoplePicker.tsx';
import { useText } from '../texts.ts';
import type { Question } from '../use-form.ts';
import { countFrom, RuleFields } from './RuleFields.tsx';
import { WeightSlider } from './WeightSlider.tsx';
import styles from './WhatCounts.module.css';

type Props = {
  settings: Settings;
  /** The organiser's own questions. */
  questions: readonly Question[];
  people: readonly Choice[];
  onChange(settings: Settings): void;
};

/** What a proposal is asked for: what counts how much, how many clusters, and what must hold. */
export function WhatCounts({ settings, questions, people, onChange }: Props) {
  const text = useText();
  const { weights } = settings;
  const weightOf = (field: string) => weights.fields.find(one => one.field === field)?.weight ?? 0;
  const setField = (field: string, weight: number) =>
    onChange({
      ...settings,
      weights: { ...weights, fields: [...weights.fields.filter(one => one.field !== field), { field, weight }] },
    });
  return (
    <div className={styles.parts}>
      <section aria-labelledby="weights">
        <h3 id="weights">{text('cluster.weights')}</h3>
        <p className={styles.lead}>{text('cluster.weights.lead')}</p>
        <div className={styles.sliders}>
          {criteria.map(criterion => (
            <WeightSlider
              key={criterion}
              label={text(`cluster.weights.${criterion}`)}
              hint={text(`cluster.weights.${criterion}.hint`)}
              weight={weights[criterion]}
              onChange={weight => onChange({ ...settings, weights: { ...weights, [criterion]: weight } })}
            />
          ))}
          {questions.map(({ id, name }) => (
            <WeightSlider
              key={id}
              label={name}
              hint=""
              weight={weightOf(id)}
              onChange={weight => setField(id, weight)}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="count" data-rule="count">
        <h3 id="count">{text('cluster.count')}</h3>
        <Count count={settings.count} onChange={count => onChange({ ...settings, count })} />
      </section>
      <section aria-labelledby="rules">
        <h3 id="rules">{text('cluster.rules')}</h3>
        <p className={styles.lead}>{text('cluster.rules.lead')}</p>
        <RuleFields rules={settings.rules} people={people} onChange={rules => onChange({ ...settings, rules })} />
      </section>
    </div>
  );
}

function Count({ count, onChange }: { count: number | null; onChange(count: number | null): void }) {
  const text = useText();
  return (
    <Radio.Group
      aria-labelledby="count"
      value={count === null ? 'suggested' : 'chosen'}
      onChange={value => onChange(value === 'suggested' ? null : 4)}
    >
      <div className={styles.count}>
        <Radio value="suggested" label={text('cluster.count.suggest')} />
        <Radio value="chosen" label={text('cluster.count.choose')} />
        {count !== null && (
          <TextInput
            className={styles.number}
            type="number"
            inputMode="numeric"
            min={1}
            max={limits.clusters}
            aria-label={text('cluster.count')}
            value={count}
            onChange={event => onChange(Math.min(countFrom(event.currentTarget.value) ?? 1, limits.clusters))}
          />
        )}
      </div>
    </Radio.Group>
  );
}
