import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { AboutInput } from '@multaqa/shared/about/about.messages';
import { type Language, languages } from '@multaqa/shared/kernel/languages';
import { type FormEvent, useState } from 'react';
import { FormActions } from '../design/FormActions.tsx';
import { Note } from '../design/Note.tsx';
import { languageNames } from '../platform/languages.ts';
import styles from './DialogueForm.module.css';
import { useText } from './texts.ts';

type Props = {
  start: AboutInput;
  submit: string;
  /** The words for what went wrong; null when it worked. */
  onSubmit(input: AboutInput): Promise<string | null>;
  onClose(): void;
};

/** Title, goal and languages of a dialogue, checked by the rules' own schema. */
export function DialogueForm({ start, submit, onSubmit, onClose }: Props) {
  const text = useText();
  const [title, setTitle] = useState(start.title);
  const [goal, setGoal] = useState(start.goal);
  const [chosen, setChosen] = useState<Language[]>(start.languages);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const save = async () => {
    const parsed = AboutInput.safeParse({ title, goal, languages: chosen });
    setWrong(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
    if (!parsed.success) return;
    setBusy(true);
    setProblem(await onSubmit(parsed.data));
    setBusy(false);
  };
  const onFormSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <form className={styles.form} onSubmit={onFormSubmit} noValidate>
      <TextInput
        label={text('about.title')}
        description={text('about.title.hint')}
        value={title}
        maxLength={240}
        required
        error={wrong.includes('title') && text('about.title.error')}
        onChange={event => setTitle(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={text('about.goal')}
        description={text('about.goal.hint')}
        value={goal}
        rows={4}
        error={wrong.includes('goal') && text('about.goal.error')}
        onChange={event => setGoal(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={text('about.languages')}
        description={text('about.languages.hint')}
        value={chosen}
        onChange={values => setChosen(languages.filter(language => values.includes(language)))}
        error={wrong.includes('languages') && text('about.languages.error')}
      >
        <Group gap={24} mt={8}>
          {languages.map(language => (
            <Checkbox key={language} value={language} label={<span lang={language}>{languageNames[language]}</span>} />
          ))}
        </Group>
      </Checkbox.Group>
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {submit}
        </Button>
      </FormActions>
    </form>
  );
}
