import styles from './ClusterMark.module.css';
import { clusterColours, letterOf, outlines, shapeOf } from './cluster-marks.ts';

/**
 * The sign of a cluster: its shape in its colour, and a letter where there are more clusters than shapes. It is hidden from
 * screen readers: whoever draws it says the cluster's name beside it.
 */
export function ClusterMark({ mark, size = 16 }: { mark: number; size?: number }) {
  const shape = shapeOf(mark);
  const letter = letterOf(mark);
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={outlines[shape]} fill={clusterColours[shape]} />
      {letter && (
        <text x="8" y="8.6" className={styles.letter}>
          {letter}
        </text>
      )}
    </svg>
  );
}
