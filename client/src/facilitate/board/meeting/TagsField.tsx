import { TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import styles from './TagsField.module.css';
import { useText } from './texts.ts';

type Props = {
  label: string;
  value: readonly string[];
  /** Tags that stand elsewhere on the board. */
  known: readonly string[];
  onChange(tags: readonly string[]): void;
};

/** Tags: each that is set can be taken off, and Enter or a comma, also an Arabic one, sets the next. */
export function TagsField({ label, value, known, onChange }: Props) {
  const text = useText();
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const offered = useId();
  const set = (words: string) => {
    const fresh = words.split(/[,،\n]/).map(tag => tag.trim().slice(0, limits.boardTagLength));
    onChange([...new Set([...value, ...fresh.filter(Boolean)])].slice(0, limits.boardTags));
    setDraft('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' && draft === '') onChange(value.slice(0, -1));
    // With nothing in the field, Enter ends the form.
    if (event.key !== 'Enter' || draft.trim() === '') return;
    event.preventDefault();
    set(draft);
  };
  return (
    <div className={styles.tags}>
      {value.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {value.map(tag => (
            <li key={tag}>
              <button
                type="button"
                className={styles.tag}
                aria-label={text('meeting.tags.off', { tag })}
                onClick={() => {
                  onChange(value.filter(one => one !== tag));
                  field.current?.focus();
                }}
              >
                <bdi>{tag}</bdi>
                <Icon of={IconX} size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        ref={field}
        label={label}
        description={text('meeting.tags.how')}
        value={draft}
        dir="auto"
        list={offered}
        data-autofocus
        onChange={event => {
          const { value: words } = event.currentTarget;
          if (/[,،]/.test(words)) set(words);
          else setDraft(words);
        }}
        onKeyDown={onKey}
        onBlur={() => draft.trim() && set(draft)}
      />
      <datalist id={offered}>
        {known
          .filter(tag => !value.includes(tag))
          .map(tag => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </div>
  );
}
