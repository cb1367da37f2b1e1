import { Button, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, useState } from 'react';
import styles from './History.module.css';
import { useText } from './texts.ts';

/** Gives what is there now a name, under which it is kept. */
export function KeepVersion({ onKeep }: { onKeep(title: string): Promise<boolean> }) {
  const text = useText();
  const [title, setTitle] = useState('');
  const [isKeeping, setKeeping] = useState(false);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const words = title.trim();
    if (!words || isKeeping) return;
    setKeeping(true);
    if (await onKeep(words)) setTitle('');
    setKeeping(false);
  }
  return (
    <form className={styles.keep} onSubmit={event => void submit(event)}>
      <TextInput
        className={styles.name}
        label={text('history.keep.name')}
        placeholder={text('history.keep.example')}
        value={title}
        dir="auto"
        maxLength={limits.titleGraphemes}
        onChange={event => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isKeeping} disabled={!title.trim()}>
        {text('history.keep')}
      </Button>
    </form>
  );
}
