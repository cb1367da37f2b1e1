import { Button } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useMemo, useState } from 'react';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import styles from './RemovedPeople.module.css';
import { useText } from './texts.ts';

/** Who was removed: taken back long after the undo has gone, or forgotten for good. */
export function RemovedPeople() {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const [leaving, setLeaving] = useState<PersonCard | null>(null);
  const removed = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return Object.values(people)
      .filter(({ status, name }) => status === 'removed' && name !== null)
      .sort((a, b) => compare(a.name ?? '', b.name ?? ''));
  }, [people, locale]);
  if (removed.length === 0 || !may('people.restore')) return null;

  return (
    <details className={styles.removed}>
      <summary>{text('roster.gone', { count: removed.length })}</summary>
      <p className={styles.quiet}>{text('roster.gone.text')}</p>
      <ul className={styles.list}>
        {removed.map(card => (
          <li key={card.person} className={styles.row}>
            <span className={styles.who}>
              <bdi dir="auto">{card.name}</bdi>
              <span className={styles.quiet} dir="auto">
                {card.municipality}
              </span>
            </span>
            <Button variant="default" onClick={() => void send('people.restore', { people: [card.person] })}>
              {text('roster.restore')}
            </Button>
            <Button variant="subtle" color="danger" onClick={() => setLeaving(card)}>
              {text('roster.forget')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={text('roster.forget.title', { name: leaving?.name ?? '' })}
        body={text('roster.forget.text')}
        confirm={text('roster.forget')}
        tone="danger"
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && void send('people.forget', { person: leaving.person })}
      />
    </details>
  );
}
