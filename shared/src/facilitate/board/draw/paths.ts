import { distance, type Point } from '../scene/geometry.ts';
import { cornersIn } from '../scene/outline.ts';
import type { ShapeName } from '../scene/thing.ts';

/** To a tenth of a unit: finer is seen by nobody. */
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;
const at = ([x, y]: Point): string => `${tenth(x)},${tenth(y)}`;

/** The path of a shape that fills a box of this size, from 0,0. */
export function shapePath(shape: ShapeName, width: number, height: number): string {
  const [right, bottom] = [tenth(width), tenth(height)];
  if (shape === 'ellipse') {
    const [across, down] = [tenth(width / 2), tenth(height / 2)];
    return `M0,${down}A${across},${down} 0 1 1 ${right},${down}A${across},${down} 0 1 1 0,${down}Z`;
  }
  if (shape === 'rounded') {
    const r = tenth(Math.min(width, height, 80) / 4);
    const corner = (x: number, y: number) => `a${r},${r} 0 0 1 ${x},${y}`;
    return `M${r},0H${right - r}${corner(r, r)}V${bottom - r}${corner(-r, r)}H${r}${corner(-r, -r)}V${r}${corner(r, -r)}Z`;
  }
  return `M${(cornersIn(shape, [0, 0, width, height, 0]) ?? []).map(at).join('L')}Z`;
}

/** The line of an arrow. */
export const linePath = (from: Point, to: Point): string => `M${at(from)}L${at(to)}`;

/** The head of an arrow at the end of a line, as an open path. */
export function headPath(from: Point, to: Point): string {
  const length = Math.min(22, distance(from, to) / 2);
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const side = (turn: number): Point => [
    to[0] - length * Math.cos(angle + turn),
    to[1] - length * Math.sin(angle + turn),
  ];
  return `M${at(side(0.5))}L${at(to)}L${at(side(-0.5))}`;
}
