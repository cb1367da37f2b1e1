import type { Box } from '../layouts/grid.ts';
import styles from './SpeakerOnTable.module.css';

const stroke = 5;
const space = 4;

/** A ring around a face that fills with the time of somebody's turn; `part` from 0 to 1. */
export function TurnRing({ face, part, isRound }: { face: Box; part: number; isRound: boolean }) {
  const margin = space + stroke;
  const width = face.width + 2 * margin;
  const height = face.height + 2 * margin;
  const line = {
    x: stroke / 2,
    y: stroke / 2,
    width: width - stroke,
    height: height - stroke,
    rx: isRound ? (height - stroke) / 2 : 20,
    pathLength: 100,
    strokeWidth: stroke,
  };
  return (
    <svg className={styles.ring} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className={styles.whole} {...line} />
      <rect className={styles.part} {...line} strokeDasharray={`${part * 100} 100`} />
    </svg>
  );
}
