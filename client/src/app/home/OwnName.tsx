import { Button, TextInput } from '@mantine/core';
import { Name } from '@multaqa/shared/people/people.messages';
import { type FormEvent, useState } from 'react';
import { asWritten } from '../../design/directions.ts';
import { Gathering } from '../../design/Gathering.tsx';
import { Note } from '../../design/Note.tsx';
import { post, refusedBy } from '../../platform/http.ts';
import { refusalText } from '../../platform/texts.ts';
import { PageShell } from '../PageShell.tsx';
import { askWhoIsHere } from '../visitor.ts';
import styles from './OwnName.module.css';
import { useText } from './texts.ts';

/** Asks an organiser once what they are called, before anybody is invited in their name. */
export function OwnName() {
  const text = useText();
  const [name, setName] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    const isFine = Name.safeParse(name).success;
    setWrong(!isFine);
    if (!isFine) return;
    setBusy(true);
    try {
      await post('/organisers/name', { name });
      await askWhoIsHere();
    } catch (error) {
      setProblem(refusalText(text, refusedBy(error)));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <PageShell title={text('own-name.title')} width="narrow">
      <form className={styles.form} onSubmit={submit} noValidate>
        <Gathering size={140} />
        <h1>{text('own-name.title')}</h1>
        <p className={styles.quiet}>{text('own-name.text', { name: name.trim() || text('own-name.example') })}</p>
        <TextInput
          className={styles.field}
          label={text('own-name.label')}
          value={name}
          autoComplete="name"
          required
          attributes={asWritten}
          error={isWrong && text('own-name.error')}
          onChange={event => setName(event.currentTarget.value)}
          data-autofocus
        />
        {problem && <Note tone="danger">{problem}</Note>}
        <Button type="submit" size="lg" loading={isBusy}>
          {text('own-name.go-on')}
        </Button>
      </form>
    </PageShell>
  );
}
