import { Button, Checkbox, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { useState } from 'react';
import { Dialog } from '../Dialog.tsx';
import { FormActions } from '../FormActions.tsx';
import { Icon } from '../Icon.tsx';
import styles from './PeoplePicker.module.css';
import { useText } from './texts.ts';

/** Somebody to choose by name and town. */
export type Choice = { person: string; name: string; town: string };

/** Asks which people a rule is about: two at least. */
export function PeoplePicker({
  title,
  people,
  chosen,
  onSave,
  onClose,
}: {
  title: string;
  people: readonly Choice[];
  /** Who is chosen so far; null while nothing is asked. */
  chosen: readonly string[] | null;
  onSave(people: string[]): void;
  onClose(): void;
}) {
  return (
    <Dialog title={title} isOpen={chosen !== null} onClose={onClose} size={460}>
      {chosen && <Picking people={people} chosen={chosen} onSave={onSave} onClose={onClose} />}
    </Dialog>
  );
}

type PickingProps = {
  people: readonly Choice[];
  chosen: readonly string[];
  onSave(people: string[]): void;
  onClose(): void;
};

function Picking({ people, chosen, onSave, onClose }: PickingProps) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [draft, setDraft] = useState<readonly string[]>(chosen);
  const found = people.filter(one => matches(one, query) || draft.includes(one.person));
  const isFull = draft.length >= limits.peoplePerRule;
  return (
    <form
      className={styles.picker}
      onSubmit={event => {
        event.preventDefault();
        onSave([...draft]);
        onClose();
      }}
    >
      <TextInput
        data-autofocus
        type="search"
        aria-label={text('people-rules.search')}
        placeholder={text('people-rules.search')}
        leftSection={<Icon of={IconSearch} size={20} />}
        value={query}
        onChange={event => setQuery(event.currentTarget.value)}
      />
      <ul className={styles.people}>
        {found.map(({ person, name, town }) => (
          <li key={person}>
            <Checkbox
              label={
                <>
                  <bdi>{name}</bdi> <bdi className={styles.town}>{town}</bdi>
                </>
              }
              checked={draft.includes(person)}
              disabled={isFull && !draft.includes(person)}
              onChange={event =>
                setDraft(event.currentTarget.checked ? [...draft, person] : draft.filter(other => other !== person))
              }
            />
          </li>
        ))}
      </ul>
      <p className={styles.hint} role="status">
        {text('people-rules.chosen', { count: draft.length, most: limits.peoplePerRule })}
      </p>
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" disabled={draft.length < 2}>
          {text('common.save')}
        </Button>
      </FormActions>
    </form>
  );
}

const matches = ({ name, town }: Choice, query: string): boolean =>
  `${name} ${town}`.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
