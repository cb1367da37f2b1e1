import { Button } from '@mantine/core';
import { nameIn } from '@multaqa/shared/name-in';
import type { Names } from '@multaqa/shared/names';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './Rows.module.css';
import { useText } from './texts.ts';

/** What is no longer asked; its answers are kept, and count again when it is taken up. */
export function Dropped<Entry extends { id: string; names: Names }>({
  entries,
  onTakeUp,
}: {
  entries: readonly Entry[];
  onTakeUp(entry: Entry): void;
}) {
  const text = useText();
  const { language } = useLanguage();
  if (entries.length === 0) return null;
  return (
    <details className={styles.dropped}>
      <summary>{text('questions.dropped', { count: entries.length })}</summary>
      <p className={styles.quiet}>{text('questions.dropped.text')}</p>
      <ul>
        {entries.map(entry => (
          <li key={entry.id} className={styles.row}>
            <span className={styles.words}>
              <bdi>{nameIn(entry.names, language)}</bdi>
            </span>
            <Button variant="default" onClick={() => onTakeUp(entry)}>
              {text('questions.take-up')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
