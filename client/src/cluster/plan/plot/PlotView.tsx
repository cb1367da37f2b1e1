import { plotOf } from '@multaqa/shared/cluster/analysis/plot';
import { useCallback, useMemo } from 'react';
import { type Box, Plane } from '../marks/Plane.tsx';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import styles from './PlotView.module.css';
import { placed } from './placed.ts';

/** Everybody as a mark in a plane: the nearer two marks, the more alike these people are in what counts. */
export function PlotView({ workshop }: { workshop: Workshop }) {
  const text = useText();
  const { profiles } = workshop;
  const { distances } = workshop.analysis.basis;
  const points = useMemo(() => plotOf(distances), [distances]);
  const draw = useCallback(
    (box: Box) => ({
      background: null,
      people: placed(points, box).map((point, at) => ({
        ...point,
        person: profiles[at]?.person ?? '',
        isGuessed: false,
      })),
    }),
    [points, profiles],
  );
  return (
    <div className={styles.view}>
      <p className={styles.lead}>{text('cluster.plot.lead')}</p>
      <Plane label={text('cluster.view.plot')} workshop={workshop} draw={draw} />
    </div>
  );
}
