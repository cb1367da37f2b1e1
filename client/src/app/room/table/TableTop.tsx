import { useId } from 'react';
import type { Box } from '../layouts/grid.ts';
import { type Axes, outlineOf } from './curve.ts';
import styles from './RoundTable.module.css';

/** The table itself, in the middle of the box. */
export function TableTop({ table, box }: { table: Axes; box: Box }) {
  const light = useId();
  const outline = outlineOf(table);
  return (
    <svg
      className={styles.top}
      width={box.width}
      height={box.height}
      viewBox={`${-box.width / 2} ${-box.height / 2} ${box.width} ${box.height}`}
      aria-hidden="true"
    >
      <radialGradient id={light}>
        <stop offset="0" className={styles.light} stopOpacity={0.5} />
        <stop offset="1" className={styles.light} stopOpacity={0} />
      </radialGradient>
      <path className={styles.wood} d={outline} />
      <path d={outline} fill={`url(#${light})`} />
    </svg>
  );
}
