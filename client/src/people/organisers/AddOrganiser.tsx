import { Button, TextInput } from '@mantine/core';
import { Email, Name } from '@multaqa/shared/people/people.messages';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../design/Dialog.tsx';
import { leftToRight } from '../../design/directions.ts';
import { FormActions } from '../../design/FormActions.tsx';
import { Note } from '../../design/Note.tsx';
import { refusedBy } from '../../platform/http.ts';
import { useLanguage } from '../../platform/languages.ts';
import { refusalText } from '../../platform/texts.ts';
import type { Shown } from './LinkDialog.tsx';
import styles from './OrganiserList.module.css';
import { addOrganiser } from './organisers.ts';
import { useText } from './texts.ts';

type Props = { isOpen: boolean; onClose(): void; onAdded(added: Shown): void };

/** Name and address of a new organiser; the answer is their one-time link. */
export function AddOrganiser(props: Props) {
  const text = useText();
  return (
    <Dialog title={text('organisers.add')} isOpen={props.isOpen} onClose={props.onClose} size={480} fills={false}>
      <Form {...props} />
    </Dialog>
  );
}

function Form({ onClose, onAdded }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState({ name: false, email: false });
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async () => {
    const checked = { name: !Name.safeParse(name).success, email: !Email.safeParse(email.trim()).success };
    setWrong(checked);
    if (checked.name || checked.email) return;
    setBusy(true);
    try {
      const { link, mailed } = await addOrganiser(name, email.trim(), language);
      onAdded({ name, link, way: mailed ? 'mailed' : 'text' });
    } catch (error) {
      setProblem(refusalText(text, refusedBy(error)));
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={text('people.name')}
        value={name}
        autoComplete="off"
        required
        error={wrong.name && text('people.error.name')}
        onChange={event => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={text('people.email')}
        description={text('organisers.email.hint')}
        type="email"
        attributes={leftToRight}
        autoComplete="off"
        value={email}
        error={wrong.email && text('people.error.email')}
        onChange={event => setEmail(event.currentTarget.value)}
      />
      {problem && <Note tone="danger">{problem}</Note>}
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {text('organisers.add')}
        </Button>
      </FormActions>
    </form>
  );
}
