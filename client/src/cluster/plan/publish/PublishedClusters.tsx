import type { Published } from '@multaqa/shared/cluster/cluster.state';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import { useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Gathering } from '../../../design/Gathering.tsx';
import { useClusterName } from '../../../dialogue/cluster-name.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import styles from './PublishedClusters.module.css';

/** The clusters as everybody sees them: names and towns, one's own cluster first. */
export function PublishedClusters() {
  const text = useText();
  const { person: me } = useMe();
  const { people, published } = useView(view => ({ people: view.people, published: view.cluster.published }));
  const clusters = useClusters(published, people);
  if (!published)
    return (
      <EmptyState
        picture={<Gathering size={160} />}
        title={text('cluster.published.none')}
        text={text('cluster.published.none.text')}
      />
    );
  const mine = published.of[me];
  const ordered = [...clusters].sort((a, b) => Number(b.id === mine) - Number(a.id === mine));
  return (
    <ul className={styles.clusters}>
      {ordered.map(({ id, mark, name, members }) => (
        <li key={id} className={styles.cluster} data-mine={id === mine}>
          <header className={styles.head}>
            <ClusterMark mark={mark} size={24} />
            <h2 className={styles.name} dir="auto">
              {name}
            </h2>
            <span className={styles.size}>{text('cluster.size', { count: members.length })}</span>
            {id === mine && <span className={styles.mine}>{text('cluster.published.mine')}</span>}
          </header>
          <ul className={styles.members}>
            {members.map(member => (
              <li key={member.person}>
                <bdi className={styles.person}>{member.name ?? text('common.nameless')}</bdi>
                {member.person === me && <span className={styles.you}>{text('common.you')}</span>}
                <bdi className={styles.town}>{member.municipality}</bdi>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function useClusters(published: Published | null, people: PeopleView) {
  const { language } = useLanguage();
  const clusterName = useClusterName();
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const active = Object.values(people).filter(({ status }) => status === 'active');
    return (published?.clusters ?? []).map(cluster => ({
      id: cluster.cluster,
      mark: cluster.mark,
      name: clusterName(cluster),
      members: active
        .filter(({ person }) => published?.of[person] === cluster.cluster)
        .sort((a, b) => compare(a.name ?? '', b.name ?? '')),
    }));
  }, [published, people, language, clusterName]);
}
