import { clusterColours, outlines, shapes } from './cluster-marks.ts';
import styles from './Gathering.module.css';

const seats = 12;
const centre = 120;

/** People of many kinds around one table: the picture for pages on which nobody is yet. */
export function Gathering({ size = 240 }: { size?: number }) {
  return (
    <svg className={styles.picture} width={size} height={size} viewBox="0 0 240 240" aria-hidden="true">
      <circle cx={centre} cy={centre} r="108" className={styles.glow} />
      <circle cx={centre} cy={centre} r="58" className={styles.table} />
      <circle cx={centre} cy={centre} r="44" className={styles.cloth} />
      {Array.from({ length: seats }, (_, at) => {
        const shape = shapes[(at * 5) % shapes.length] ?? 'circle';
        const turn = (at / seats) * 2 * Math.PI - Math.PI / 2;
        const scale = at % 3 === 0 ? 1.7 : 1.4;
        const x = centre + Math.cos(turn) * 86 - 8 * scale;
        const y = centre + Math.sin(turn) * 86 - 8 * scale;
        return (
          <path
            key={`${shape}-${turn}`}
            d={outlines[shape]}
            fill={clusterColours[shape]}
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale})`}
          />
        );
      })}
    </svg>
  );
}
