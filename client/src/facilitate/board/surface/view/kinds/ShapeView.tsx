import { shapePath } from '@multaqa/shared/facilitate/board/draw/paths';
import type { OfKind } from '@multaqa/shared/facilitate/board/scene/thing';
import { useMemo } from 'react';
import styles from '../things.module.css';
import { Words } from './Words.tsx';

/** A shape with the words in its middle. */
export function ShapeView({ thing }: { thing: OfKind<'shape'> }) {
  const [, , width, height] = thing.at;
  const path = useMemo(() => shapePath(thing.shape, width, height), [thing.shape, width, height]);
  return (
    <div className={styles.shape} data-fill={thing.fill}>
      <svg className={styles.outline} aria-hidden="true" focusable="false">
        <path d={path} data-fill={thing.fill} />
      </svg>
      <div className={styles.inShape}>
        <Words thing={thing} className={styles.words} style={{ fontSize: '20px' }} />
      </div>
    </div>
  );
}
