import { ink } from './ink.ts';

const id = 'poll-hatching';

/** Lines across an area, so that it is told from a full one without colour; once in each picture. */
export const Hatch = () => (
  <defs>
    <pattern id={id} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className={ink('surface')} width={7} height={7} />
      <line className={ink('hatching')} x1={0} y1={0} x2={0} y2={7} />
    </pattern>
  </defs>
);

/** What makes an area a hatched one. */
export const hatched = { fill: `url(#${id})`, className: ink('hatched-edge') };
