import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { languages } from '@multaqa/shared/kernel/languages';
import { roles } from '@multaqa/shared/kernel/messages';
import { leftToRight } from '../design/directions.ts';
import { useView } from '../dialogue/use-dialogue.ts';
import { languageNames } from '../platform/languages.ts';
import type { AnswerDraft, AnswerField } from './answer-draft.ts';
import { useCountryOptions } from './countries.ts';
import { NeedsField, OwnField, RegionField, TownSizeField } from './form/Fields.tsx';
import { useText } from './form/texts.ts';
import styles from './PersonFields.module.css';
import type { DraftField, PersonDraft } from './person-draft.ts';

type Props = {
  draft: PersonDraft;
  answers: AnswerDraft;
  wrong: readonly (DraftField | AnswerField)[];
  onChange(draft: PersonDraft): void;
  onAnswers(answers: AnswerDraft): void;
};

/** Everything that an organiser notes of a person: who they are, and what they have answered. */
export function PersonFields({ draft, answers, wrong, onChange, onAnswers }: Props) {
  const text = useText();
  const error = (field: DraftField) => wrong.includes(field) && text(`people.error.${field}`);
  const set = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <WhoFields draft={draft} wrong={wrong} onChange={onChange} />
      <Checkbox.Group
        label={text('people.languages')}
        value={[...draft.languages]}
        error={error('languages')}
        onChange={values => set({ languages: languages.filter(language => values.includes(language)) })}
      >
        <Group gap={24} mt={8}>
          {languages.map(language => (
            <Checkbox key={language} value={language} label={<span lang={language}>{languageNames[language]}</span>} />
          ))}
        </Group>
      </Checkbox.Group>
      <AnswerFields answers={answers} wrong={wrong} onAnswers={onAnswers} />
      <Textarea
        label={text('people.needs')}
        description={text('people.needs.hint')}
        value={draft.needs}
        rows={3}
        error={error('needs')}
        onChange={event => set({ needs: event.currentTarget.value })}
      />
      <Textarea
        label={text('people.vision')}
        description={text('people.vision.hint')}
        value={draft.vision}
        rows={3}
        error={error('vision')}
        onChange={event => set({ vision: event.currentTarget.value })}
      />
      <OwnFields answers={answers} wrong={wrong} onAnswers={onAnswers} />
    </>
  );
}

function WhoFields({ draft, wrong, onChange }: Pick<Props, 'draft' | 'wrong' | 'onChange'>) {
  const text = useText();
  const countries = useCountryOptions();
  const error = (field: DraftField) => wrong.includes(field) && text(`people.error.${field}`);
  const set = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <TextInput
        label={text('people.name')}
        value={draft.name}
        autoComplete="off"
        required
        error={error('name')}
        onChange={event => set({ name: event.currentTarget.value })}
        data-autofocus
      />
      <TextInput
        label={text('people.email')}
        description={text('people.email.hint')}
        type="email"
        attributes={leftToRight}
        autoComplete="off"
        value={draft.email}
        error={error('email')}
        onChange={event => set({ email: event.currentTarget.value })}
      />
      <div className={styles.two}>
        <TextInput
          label={text('people.municipality')}
          value={draft.municipality}
          autoComplete="off"
          required
          error={error('municipality')}
          onChange={event => set({ municipality: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('people.country')}
          value={draft.country}
          required
          error={error('country')}
          data={[{ value: '', label: text('people.country.choose') }, ...countries]}
          onChange={event => set({ country: event.currentTarget.value })}
        />
      </div>
      <NativeSelect
        label={text('people.role')}
        value={draft.role}
        data={roles.map(role => ({ value: role, label: text(`roles.${role}`) }))}
        onChange={event => set({ role: roles.find(role => role === event.currentTarget.value) ?? 'participant' })}
      />
    </>
  );
}

type AnswerProps = Pick<Props, 'answers' | 'wrong' | 'onAnswers'>;

function AnswerFields({ answers, wrong, onAnswers }: AnswerProps) {
  const text = useText();
  const offered = useView(({ form }) => form.needs);
  return (
    <>
      <RegionField
        label={text('people.region')}
        value={answers.region}
        error={wrong.includes('region') && text('form.error.region')}
        onChange={region => onAnswers({ ...answers, region })}
      />
      <TownSizeField
        label={text('people.townSize')}
        value={answers.townSize}
        onChange={townSize => onAnswers({ ...answers, townSize })}
      />
      <NeedsField
        label={text('people.listed-needs')}
        offered={offered}
        value={answers.chosen}
        onChange={chosen => onAnswers({ ...answers, chosen })}
      />
    </>
  );
}

function OwnFields({ answers, wrong, onAnswers }: AnswerProps) {
  const text = useText();
  const fields = useView(({ form }) => form.fields);
  return fields.map(field => (
    <OwnField
      key={field.id}
      field={field}
      value={answers.fields[field.id] ?? ''}
      error={
        wrong.includes(field.id as AnswerField) &&
        text(field.kind === 'number' ? 'form.error.number' : 'form.error.text')
      }
      onChange={value => onAnswers({ ...answers, fields: { ...answers.fields, [field.id]: value } })}
    />
  ));
}
