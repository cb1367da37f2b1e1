import { Button } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { Icon } from '../Icon.tsx';
import { Listed } from '../Listed.tsx';
import { type Choice, PeoplePicker } from './PeoplePicker.tsx';
import styles from './PeopleRules.module.css';
import { useText } from './texts.ts';

/** Lists of people whom a rule is about, such as those who stay apart. */
export function PeopleRules({
  rule,
  title,
  add,
  groups,
  people,
  onChange,
}: {
  /** Names the rule for who leads to its field. */
  rule: string;
  title: string;
  /** The word on the button for one list more. */
  add: string;
  groups: readonly (readonly string[])[];
  people: readonly Choice[];
  onChange(groups: string[][]): void;
}) {
  const text = useText();
  /** The place of the list that is being changed; one behind the last is a new one. */
  const [at, setAt] = useState<number | null>(null);
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const nameOf = (person: string) => names.get(person) ?? text('common.nameless');
  const keep = (list: string[]) => {
    const next = groups.map(group => [...group]);
    next[at ?? next.length] = list;
    onChange(next);
  };
  return (
    <fieldset className={styles.rules} data-rule={rule}>
      <legend className={styles.legend}>{title}</legend>
      <ul className={styles.groups}>
        {groups.map((group, place) => {
          const members = group.map(nameOf);
          return (
            <li key={group.join()} className={styles.group}>
              <button type="button" className={styles.names} onClick={() => setAt(place)}>
                <Listed items={members} />
              </button>
              <button
                type="button"
                className={styles.remove}
                aria-label={text('people-rules.remove', { names: members.join(text('common.comma')) })}
                onClick={() => onChange(groups.filter((_, other) => other !== place).map(one => [...one]))}
              >
                <Icon of={IconX} size={18} />
              </button>
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        disabled={groups.length >= limits.groupRules || people.length < 2}
        leftSection={<Icon of={IconPlus} size={18} />}
        onClick={() => setAt(groups.length)}
      >
        {add}
      </Button>
      <PeoplePicker
        title={title}
        people={people}
        chosen={at === null ? null : (groups[at] ?? [])}
        onSave={keep}
        onClose={() => setAt(null)}
      />
    </fieldset>
  );
}
