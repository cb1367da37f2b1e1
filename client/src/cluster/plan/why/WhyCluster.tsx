import { Button } from '@mantine/core';
import { sharedIn } from '@multaqa/shared/cluster/analysis/why';
import { useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Meter } from '../../../design/Meter.tsx';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import { closenessWord } from './closeness.ts';
import { SharedList } from './SharedList.tsx';
import type { TraitWords } from './trait-words.ts';
import styles from './Why.module.css';

type Props = { workshop: Workshop; cluster: string; words: TraitWords };

/** What the members of a cluster share, how near they are to each other, and whose tie is the loosest. */
export function WhyCluster({ workshop, cluster, words }: Props) {
  const text = useText();
  const { analysis, columns, nameOf, look } = workshop;
  const shared = useMemo(() => sharedIn(analysis.settled, cluster).slice(0, 8), [analysis.settled, cluster]);
  const column = columns.find(({ id }) => id === cluster);
  const quality = analysis.quality.clusters.find(one => one.cluster === cluster);
  if (!column?.cluster) return null;
  const weakest = column.members.length > 2 ? quality?.weakest : null;
  return (
    <div className={styles.why}>
      <header>
        <h3 className={styles.title}>
          <ClusterMark mark={column.cluster.mark} size={20} />
          <bdi>{column.name}</bdi>
        </h3>
        <p className={styles.quiet}>{text('cluster.size', { count: column.members.length })}</p>
      </header>
      <section className={styles.part}>
        <h4>{text('cluster.why.members-share')}</h4>
        {shared.length > 0 ? (
          <SharedList shared={shared} words={words} among="all" />
        ) : (
          <p className={styles.quiet}>{text('cluster.why.members-share.none')}</p>
        )}
      </section>
      {typeof quality?.closeness === 'number' && (
        <section className={styles.part}>
          <h4>{text(`cluster.close.${closenessWord(quality.closeness)}`)}</h4>
          <Meter value={quality.closeness} />
          <p className={styles.quiet}>{text('cluster.close.explained')}</p>
        </section>
      )}
      {weakest && (
        <section className={styles.part}>
          <h4>{text('cluster.why.weakest')}</h4>
          <div>
            <Button variant="subtle" onClick={() => look({ kind: 'person', person: weakest.person }, 'open')}>
              <bdi>{nameOf(weakest.person)}</bdi>
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
