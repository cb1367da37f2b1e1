import type { ShownPlace } from '@multaqa/shared/facilitate/questions/questions.view';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { useClusterName } from '../../dialogue/cluster-name.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import styles from './Why.module.css';

/** Why a question comes at its fair place, in a few words. */
export function Why({ of }: { of: ShownPlace }) {
  const text = useText();
  const nameOf = useClusterName();
  const group = of.why === 'turn' ? of.cluster : null;
  const cluster = useView(view => view.cluster.published?.clusters.find(one => one.cluster === group) ?? null);
  if (of.why === 'most') return <span className={styles.why}>{text('questions.why.most')}</span>;
  return (
    <span className={styles.why}>
      {cluster && <ClusterMark mark={cluster.mark} size={14} />}
      {cluster ? text('questions.why.turn', { cluster: nameOf(cluster) }) : text('questions.why.turn-of-others')}
    </span>
  );
}
