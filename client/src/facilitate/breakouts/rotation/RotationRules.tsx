import { Checkbox } from '@mantine/core';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import type { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { limits } from '@multaqa/shared/limits';
import { useMemo } from 'react';
import type { Choice } from '../../../design/people-rules/PeoplePicker.tsx';
import { PeopleRules } from '../../../design/people-rules/PeopleRules.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { Count } from '../prepare/start/OptionsOf.tsx';
import styles from './RotationRules.module.css';
import { useText } from './texts.ts';

type Props = {
  settings: RotationSettings;
  guests: readonly Guest[];
  onChange(part: Partial<RotationSettings>): void;
};

/** How large rooms are, and what no plan breaks. */
export function RotationRules({ settings, guests, onChange }: Props) {
  const text = useText();
  const choices = useChoices(guests);
  const { size, smallest, largest, sharedLanguage, facilitated, apart } = settings;
  const most = limits.peoplePerDialogue;
  return (
    <div className={styles.rules}>
      <div className={styles.numbers}>
        <Count
          label={text('rotation.size')}
          value={size}
          most={most}
          onChange={value => value && value > 1 && onChange(around(value, settings))}
        />
        <Count
          key={`smallest ${smallest}`}
          label={text('rotation.smallest')}
          value={smallest}
          most={size}
          onChange={value => value && onChange({ smallest: value })}
        />
        <Count
          key={`largest ${largest}`}
          label={text('rotation.largest')}
          value={largest}
          most={most}
          onChange={value => value && value >= size && onChange({ largest: value })}
        />
      </div>
      <Checkbox
        label={text('rotation.sharedLanguage')}
        checked={sharedLanguage}
        onChange={event => onChange({ sharedLanguage: event.currentTarget.checked })}
      />
      <Checkbox
        label={text('rotation.facilitated')}
        checked={facilitated}
        onChange={event => onChange({ facilitated: event.currentTarget.checked })}
      />
      <PeopleRules
        rule="apart"
        title={text('rotation.apart')}
        add={text('rotation.apart.add')}
        groups={apart}
        people={choices}
        onChange={groups => onChange({ apart: groups })}
      />
    </div>
  );
}

/** The bounds keep their distance when the size that is aimed at changes. */
const around = (size: number, before: RotationSettings): Partial<RotationSettings> => ({
  size,
  smallest: Math.max(1, size - Math.max(0, before.size - before.smallest)),
  largest: Math.min(limits.peoplePerDialogue, size + Math.max(0, before.largest - before.size)),
});

function useChoices(guests: readonly Guest[]): readonly Choice[] {
  const text = useText();
  const { language } = useLanguage();
  const people = useView(view => view.people);
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return guests
      .map(({ person }) => ({
        person,
        name: people[person]?.name ?? text('common.nameless'),
        town: people[person]?.municipality ?? '',
      }))
      .sort((a, b) => compare(a.name, b.name));
  }, [guests, people, language, text]);
}
