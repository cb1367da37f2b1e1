import { strokePath } from '@multaqa/shared/facilitate/board/draw/stroke-path';
import { inkPoints } from '@multaqa/shared/facilitate/board/scene/ink';
import type { OfKind } from '@multaqa/shared/facilitate/board/scene/thing';
import { useMemo } from 'react';
import styles from '../things.module.css';

/** A stroke of a pen or a marker. */
export function StrokeView({ thing }: { thing: OfKind<'stroke'> }) {
  const [, , width, height] = thing.at;
  const { ink, pen, thickness } = thing;
  const path = useMemo(
    () => strokePath(inkPoints({ at: [0, 0, width, height, 0], ink }), { pen, thickness }),
    [ink, pen, thickness, width, height],
  );
  return (
    <svg className={styles.ink} width={width} height={height} aria-hidden="true" focusable="false">
      <path d={path} data-pen={pen} />
    </svg>
  );
}
