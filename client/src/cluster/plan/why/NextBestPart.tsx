import { Button } from '@mantine/core';
import type { NextBest } from '@multaqa/shared/cluster/analysis/why';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { useSentences } from '../board/breaks.ts';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import styles from './Why.module.css';

type Props = { workshop: Workshop; person: string; next: NextBest };

/** Where somebody would be next best, what it would cost, and the way there. */
export function NextBestPart({ workshop, person, next }: Props) {
  const text = useText();
  const { columns, mayChange, move } = workshop;
  const { head } = useSentences(columns);
  const target = columns.find(({ id }) => id === next.cluster);
  if (!target) return null;
  const isPlaced = next.distance.here !== null;
  return (
    <section className={styles.part}>
      <h4>{text(isPlaced ? 'cluster.next' : 'cluster.next.first')}</h4>
      <p className={styles.place}>
        {target.cluster && <ClusterMark mark={target.cluster.mark} />}
        <bdi>{target.name}</bdi>
      </p>
      {isPlaced && (
        <p className={styles.quiet}>
          {text(`cluster.next.${comparison(next)}`)} <Cost change={next.scoreChange} />
        </p>
      )}
      {next.breaks.length > 0 && (
        <ul className={styles.breaks}>
          {next.breaks.map(head).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div>
          <Button variant="default" onClick={() => move([person], target.id)}>
            {text('cluster.move-to-cluster', { cluster: target.name })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** By how much the clusters as a whole would be nearer together, or less near. */
function Cost({ change }: { change: number | null }) {
  const text = useText();
  if (change === null) return null;
  const percent = Math.round(1000 * Math.abs(change)) / 10;
  if (percent === 0) return text('cluster.next.whole.same');
  return text(change > 0 ? 'cluster.next.whole.better' : 'cluster.next.whole.worse', { percent, whole: 100 });
}

/** Differences of distance below this are none that anybody would feel. */
const slight = 0.03;

/** How far somebody would be from the people there, against here. */
function comparison({ distance: { here, there } }: NextBest): 'nearer' | 'same' | 'little' | 'farther' {
  const further = there - (here ?? there);
  if (further < -slight) return 'nearer';
  if (further <= slight) return 'same';
  return further <= 4 * slight ? 'little' : 'farther';
}
