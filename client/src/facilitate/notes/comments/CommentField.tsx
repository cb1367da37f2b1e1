import { Button, Textarea } from '@mantine/core';
import { graphemes } from '@multaqa/shared/kernel/text';
import { limits } from '@multaqa/shared/limits';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import styles from './Comments.module.css';

type Props = { label: string; send: string; onSay(said: string): void; onLeave?(): void; autoFocus?: boolean };

/** The field for a comment or an answer; Ctrl+Enter sends it. */
export function CommentField({ label, send, onSay, onLeave, autoFocus = false }: Props) {
  const [draft, setDraft] = useState('');
  const said = draft.trim();
  const isSayable = said !== '' && graphemes(said) <= limits.commentGraphemes;
  const say = () => {
    if (!isSayable) return;
    onSay(said);
    setDraft('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && onLeave) {
      event.preventDefault();
      onLeave();
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    say();
  };
  return (
    <form className={styles.field} onSubmit={submit}>
      <Textarea
        aria-label={label}
        placeholder={label}
        value={draft}
        autosize
        minRows={1}
        maxRows={6}
        // The field was asked for by a key or a button.
        autoFocus={autoFocus}
        onChange={event => setDraft(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      {said !== '' && (
        <Button type="submit" disabled={!isSayable}>
          {send}
        </Button>
      )}
    </form>
  );
}
