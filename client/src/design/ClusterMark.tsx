import { markOf, outlines } from './cluster-marks.ts';

/** A cluster's colour and shape; its name stands beside it or is given as `label`. */
export function ClusterMark({ position, label, size = 14 }: { position: number; label?: string; size?: number }) {
  const { shape, colour, letter } = markOf(position);
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" role={label ? 'img' : 'presentation'}>
      {label && <title>{label}</title>}
      <path d={outlines[shape]} fill={colour} />
      {letter && (
        <text x="8" y="11" textAnchor="middle" fontSize="8" fontWeight="700" fill="#fff">
          {letter}
        </text>
      )}
    </svg>
  );
}
