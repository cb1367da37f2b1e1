import { Button } from '@mantine/core';
import { nextBest, whyHere } from '@multaqa/shared/cluster/analysis/why';
import { useDeferredValue, useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import { NextBestPart } from './NextBestPart.tsx';
import { SharedList } from './SharedList.tsx';
import type { TraitWords } from './trait-words.ts';
import styles from './Why.module.css';

type Props = { workshop: Workshop; person: string; words: TraitWords };

/** Why somebody is where they are, and where else they could be. */
export function WhyPerson({ workshop, person, words }: Props) {
  const text = useText();
  const { columns, profiles, nameOf, look } = workshop;
  const ground = workshop.analysis.settled;
  const why = useMemo(() => whyHere(ground, person), [ground, person]);
  // It weighs every other cluster, which takes a moment where there are hundreds of people.
  const asked = useDeferredValue(person, null);
  const next = useMemo(() => (asked === null ? null : nextBest(ground, asked)), [ground, asked]);
  const profile = profiles.find(one => one.person === person);
  const column = columns.find(({ members }) => members.some(member => member.person === person));
  const beside = why ? [...new Set([...why.together, ...why.nearest])].slice(0, 3) : [];
  return (
    <div className={styles.why}>
      <header>
        <h3 className={styles.title}>
          <bdi>{nameOf(person)}</bdi>
        </h3>
        <p className={styles.quiet}>
          <bdi>{profile?.municipality}</bdi>
        </p>
        {column && (
          <p className={styles.place}>
            {column.cluster && <ClusterMark mark={column.cluster.mark} />}
            <bdi>{column.name}</bdi>
          </p>
        )}
      </header>
      {why && (
        <section className={styles.part}>
          <h4>{text('cluster.why.shares')}</h4>
          {why.shares.length > 0 ? (
            <SharedList shared={why.shares.slice(0, 5)} words={words} among="others" />
          ) : (
            <p className={styles.quiet}>{text('cluster.why.shares.none')}</p>
          )}
        </section>
      )}
      {beside.length > 0 && (
        <section className={styles.part}>
          <h4>{text('cluster.why.nearest')}</h4>
          <p>
            <Listed items={beside.map(nameOf)} />
          </p>
        </section>
      )}
      {next && asked === person && <NextBestPart workshop={workshop} person={person} next={next} />}
      <OwnWords lines={[...(profile?.ownNeeds ?? []), profile?.vision ?? '']} />
      {column?.cluster && (
        <div>
          <Button variant="subtle" onClick={() => look({ kind: 'cluster', cluster: column.id }, 'open')}>
            {text('cluster.why-cluster')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What somebody wrote themselves, one click away. */
function OwnWords({ lines }: { lines: readonly string[] }) {
  const text = useText();
  const written = lines.filter(Boolean);
  if (written.length === 0) return null;
  return (
    <details className={styles.part}>
      <summary>{text('cluster.why.own-words')}</summary>
      {written.map(line => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
    </details>
  );
}
