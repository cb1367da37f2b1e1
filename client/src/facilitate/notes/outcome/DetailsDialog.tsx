import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useId, useState } from 'react';
import { Dialog } from '../../../design/Dialog.tsx';
import { FormActions } from '../../../design/FormActions.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguageName } from '../../../platform/languages.ts';
import { textIn } from './attributes.ts';
import styles from './DetailsDialog.module.css';
import { useText } from './texts.ts';
import { usePeople } from './use-people.ts';

type Attributes = Readonly<Record<string, unknown>>;
type Props = { isOpen: boolean; attributes: Attributes; onClose(): void; onSave(attributes: Attributes): void };

/** Everything that is known of an outcome beside what it says. */
export function DetailsDialog({ isOpen, attributes, onClose, onSave }: Props) {
  const text = useText();
  return (
    <Dialog title={text('outcome.details')} isOpen={isOpen} onClose={onClose}>
      <DetailsForm attributes={attributes} onClose={onClose} onSave={onSave} />
    </Dialog>
  );
}

function DetailsForm({ attributes, onClose, onSave }: Omit<Props, 'isOpen'>) {
  const text = useText();
  const languageName = useLanguageName();
  const [draft, setDraft] = useState(() => draftOf(attributes));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const people = usePeople(draft.owner, ...draft.people);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(changesIn(draftOf(attributes), draft));
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.two}>
        <NativeSelect
          label={text('outcome.owner')}
          value={draft.owner}
          data={[{ value: '', label: text('outcome.owner.none') }, ...people]}
          onChange={event => set({ owner: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={text('outcome.due')}
          value={draft.due}
          onChange={event => set({ due: event.currentTarget.value })}
        />
      </div>
      <TownField value={draft.municipality} onChange={municipality => set({ municipality })} />
      <TextInput
        label={text('outcome.subtopic')}
        value={draft.subtopic}
        maxLength={limits.nameGraphemes}
        onChange={event => set({ subtopic: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('outcome.language')}
        value={draft.language}
        data={[
          { value: '', label: text('outcome.language.none') },
          ...languages.map(value => ({ value, label: languageName(value) })),
        ]}
        onChange={event => set({ language: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={text('outcome.people')}
        value={draft.people}
        onChange={chosen => set({ people: chosen.slice(0, limits.peoplePerOutcome) })}
      >
        <div className={styles.people}>
          {people.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={<bdi>{label}</bdi>} />
          ))}
        </div>
      </Checkbox.Group>
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('common.save')}</Button>
      </FormActions>
    </form>
  );
}

function TownField({ value, onChange }: { value: string; onChange(town: string): void }) {
  const text = useText();
  const id = useId();
  const towns = useView(view =>
    [...new Set(Object.values(view.people).map(({ municipality }) => municipality))].filter(Boolean),
  );
  return (
    <>
      <TextInput
        label={text('outcome.municipality')}
        value={value}
        maxLength={limits.nameGraphemes}
        list={id}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <datalist id={id}>
        {towns.map(town => (
          <option key={town} value={town} />
        ))}
      </datalist>
    </>
  );
}

const names = ['owner', 'due', 'municipality', 'subtopic', 'language'] as const;
type Draft = Record<(typeof names)[number], string> & { people: string[] };

function draftOf(attributes: Attributes): Draft {
  const texts = Object.fromEntries(names.map(name => [name, textIn(attributes[name])]));
  const people = Array.isArray(attributes.people) ? attributes.people.map(String) : [];
  return { ...(texts as Omit<Draft, 'people'>), people };
}

/** What was changed here; what others have changed meanwhile stays theirs. */
function changesIn(before: Draft, draft: Draft): Attributes {
  const changed = names.filter(name => before[name] !== draft[name].trim());
  const texts = Object.fromEntries(changed.map(name => [name, draft[name].trim() || null]));
  return before.people.join() === draft.people.join() ? texts : { ...texts, people: draft.people };
}
