import { markOf, outlines } from './cluster-marks.ts';

/** A cluster's colour and shape; decorative, because its name always stands beside it. */
export function ClusterMark({ position, size = 14 }: { position: number; size?: number }) {
  const { shape, colour, letter } = markOf(position);
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[shape]} fill={colour} />
      {letter && (
        <text x="8" y="11" textAnchor="middle" fontSize="8" fontWeight="700" fill="#fff">
          {letter}
        </text>
      )}
    </svg>
  );
}
