import type { Box } from '../layouts/grid.ts';
import styles from './SpeakerOnTable.module.css';

const stroke = 5;
const space = 4;
const minute = 60;

/** A ring around a face that fills once a minute while somebody speaks. */
export function TurnRing({ face, seconds, isRound }: { face: Box; seconds: number; isRound: boolean }) {
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
  const part = ((seconds % minute) / minute) * 100;
  return (
    <svg className={styles.ring} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <rect className={styles.whole} {...line} />
      <rect className={styles.part} {...line} strokeDasharray={`${part} 100`} />
    </svg>
  );
}
