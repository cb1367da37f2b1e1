import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { useState } from 'react';
import { PersonClusterMark } from '../../../dialogue/PersonCluster.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { viewOf } from './kinds/views.ts';
import { useText } from './texts.ts';
import { useTelling } from './use-telling.ts';
import styles from './WhoChose.module.css';

type Props = { sheet: Sheet; ballots: { readonly [person: string]: Ballot } };

/** Who chose what, where everybody here is told; drawn when somebody asks for it. */
export function WhoChose({ sheet, ballots }: Props) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.who} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{text('poll-results.who')}</summary>
      {isOpen && <List sheet={sheet} ballots={ballots} />}
    </details>
  );
}

function List({ sheet, ballots }: Props) {
  const text = useText();
  const people = useView(view => view.people);
  const telling = useTelling(sheet, 320, 'panel');
  const { said } = viewOf(sheet.design);
  const { compare } = new Intl.Collator('en');
  const voters = Object.entries(ballots)
    .map(([person, ballot]) => ({ person, name: people[person]?.name ?? text('common.nameless'), ballot }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <ul className={styles.list}>
      {voters.map(({ person, name, ballot }) => (
        <li key={person} className={styles.voter}>
          <span className={styles.name}>
            <PersonClusterMark person={person} />
            <bdi>{name}</bdi>
          </span>
          <span dir="auto">{said(ballot, telling)}</span>
        </li>
      ))}
    </ul>
  );
}
