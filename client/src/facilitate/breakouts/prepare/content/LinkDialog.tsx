import { Button, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../../../design/Dialog.tsx';
import { leftToRight } from '../../../../design/directions.ts';
import { FormActions } from '../../../../design/FormActions.tsx';
import { hostOf, linkFrom, secureScheme } from '../../files/links.ts';
import { useText } from '../texts.ts';
import styles from './LinkDialog.module.css';

type Link = { title: string; url: string };
type Props = { isOpen: boolean; onAdd(link: Link): void; onClose(): void };

/** Asks for a link: its address, and what it is called. */
export function LinkDialog({ isOpen, onAdd, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('prepare.link.add')} isOpen={isOpen} onClose={onClose} size={460} fills={false}>
      {isOpen && <Form onAdd={onAdd} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ onAdd, onClose }: Omit<Props, 'isOpen'>) {
  const text = useText();
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const url = linkFrom(address);
    if (!url) return setWrong(true);
    onAdd({ url, title: title.trim() || hostOf(url) });
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        data-autofocus
        label={text('prepare.link.address')}
        type="url"
        inputMode="url"
        attributes={leftToRight}
        placeholder={secureScheme}
        maxLength={limits.linkLength}
        value={address}
        error={isWrong && text('prepare.link.wrong')}
        onChange={event => {
          setAddress(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <TextInput
        label={text('prepare.link.title')}
        maxLength={limits.titleGraphemes}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.cancel')}
        </Button>
        <Button type="submit">{text('prepare.link.action')}</Button>
      </FormActions>
    </form>
  );
}
