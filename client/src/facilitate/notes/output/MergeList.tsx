import { Button, Checkbox } from '@mantine/core';
import { inOrder, type Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { useState } from 'react';
import { Kind } from '../outcome/Kind.tsx';
import { useText } from '../texts.ts';
import styles from './Output.module.css';

/** The outcomes that are brought together so far; those that say the same are chosen and made one. */
export function MergeList({ outcomes, onMerge }: { outcomes: readonly Registered[]; onMerge(ids: string[]): void }) {
  const text = useText();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const mine = inOrder(outcomes.filter(({ document }) => document === 'output'));
  // One that was taken out in the meantime is chosen no more.
  const there = mine.map(({ outcome }) => outcome).filter(outcome => chosen.includes(outcome));
  if (mine.length < 2) return null;
  const toggle = (outcome: string) =>
    setChosen(there.includes(outcome) ? there.filter(one => one !== outcome) : [...there, outcome]);
  const merge = () => {
    onMerge(there);
    setChosen([]);
  };
  return (
    <details className={styles.merge}>
      <summary>{text('output.merge')}</summary>
      <p className={styles.quiet}>{text('output.merge.how')}</p>
      {mine.map(one => (
        <Checkbox
          key={one.outcome}
          checked={there.includes(one.outcome)}
          onChange={() => toggle(one.outcome)}
          aria-label={text('output.choose', { title: one.title || text('register.unnamed') })}
          label={
            <span className={styles.mergeLabel}>
              <Kind kind={one.kind} /> <bdi>{one.title || text('register.unnamed')}</bdi>
            </span>
          }
        />
      ))}
      <Button disabled={there.length < 2} onClick={merge}>
        {text('output.merge')}
      </Button>
    </details>
  );
}
