import { limits } from '../../../limits.ts';
import { boundsAround, boxOf, distanceToStretch, type Point } from './geometry.ts';
import type { Box } from './thing.ts';

/** A point of a stroke and how hard the pen was pressed there, from 0 to 1. */
export type InkPoint = readonly [x: number, y: number, pressure: number];

/** A stroke that was unpacked: its own width and height, and its points from the top left corner of these. */
export type Ink = { width: number; height: number; points: readonly InkPoint[] };

/** Six bits a letter: five of a number and one that says whether more of it follows. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bitsOf = new Map([...letters].map((letter, at) => [letter, at]));

/** Parts of a unit of the board, and steps of pressure, that are kept. */
const fineness = 4;
const pressures = 15;
/** Numbers beyond this are nobody's pen. */
const most = limits.boardReach * 2 * fineness;
/** A point takes three letters at least. */
const mostPoints = Math.floor(limits.boardInkLength / 3);
/** How far in units a simplified stroke may lie from the hand. */
const tolerance = 0.35;

/**
 * Packs a stroke: its box, and its points as small steps in letters, simplified as far as nobody sees it, and thinned only where it would be too
 * long. Null for a stroke without a point.
 */
export function packInk(hand: readonly InkPoint[]): { at: Box; ink: string } | null {
  const sound = hand.filter(point => point.every(Number.isFinite));
  if (sound.length === 0) return null;
  const [left, top, width, height] = boundsAround(sound.map(([x, y]): Point => [x, y]));
  const around = sound.map(([x, y, pressure]): InkPoint => [x - left, y - top, pressure]);
  let points = simplified(thinned(around, mostPoints), tolerance);
  let ink = write(points, width, height);
  while (ink.length > limits.boardInkLength) {
    points = thinned(points, points.length / 2);
    ink = write(points, width, height);
  }
  return { at: boxOf(left, top, Math.max(1, width), Math.max(1, height)), ink };
}

/** Unpacks a stroke, whatever the letters are: what is none ends it. */
export function unpackInk(ink: string): Ink {
  const numbers = read(ink.slice(0, limits.boardInkLength));
  const [width = 0, height = 0] = numbers;
  const points: InkPoint[] = [];
  let [x, y, pressure] = [0, 0, 0];
  for (let at = 2; at + 2 < numbers.length; at += 3) {
    x = bounded(x + signed(numbers[at] ?? 0), most);
    y = bounded(y + signed(numbers[at + 1] ?? 0), most);
    pressure = Math.max(0, bounded(pressure + signed(numbers[at + 2] ?? 0), pressures));
    points.push([x / fineness, y / fineness, pressure / pressures]);
  }
  return { width: width / fineness, height: height / fineness, points };
}

/** The points of a stroke in the box that it is drawn in, before that is turned. */
export function inkPoints({ at: [left, top, width, height], ink }: { at: Box; ink: string }): InkPoint[] {
  const stroke = unpackInk(ink);
  const across = stroke.width > 0 ? width / Math.max(1, stroke.width) : 1;
  const down = stroke.height > 0 ? height / Math.max(1, stroke.height) : 1;
  return stroke.points.map(([x, y, pressure]) => [left + x * across, top + y * down, pressure]);
}

const bounded = (value: number, reach: number): number => Math.min(reach, Math.max(-reach, value));
const unsigned = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const signed = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

function write(points: readonly InkPoint[], width: number, height: number): string {
  const parts = [letter(Math.round(width * fineness)), letter(Math.round(height * fineness))];
  let before = [0, 0, 0];
  for (const [x, y, pressure] of points) {
    const now = [Math.round(x * fineness), Math.round(y * fineness), Math.round(bounded(pressure, 1) * pressures)];
    for (const [at, value] of now.entries()) parts.push(letter(unsigned(value - (before[at] ?? 0))));
    before = now;
  }
  return parts.join('');
}

/** A number in letters, the smallest part first. */
function letter(value: number): string {
  let rest = Math.min(most * 2, value);
  let out = '';
  while (rest >= 32) {
    out += letters[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  return out + letters[rest];
}

function read(ink: string): number[] {
  const numbers: number[] = [];
  let [value, weight] = [0, 1];
  for (const one of ink) {
    const bits = bitsOf.get(one);
    if (bits === undefined) break;
    value = Math.min(most * 2, value + (bits % 32) * weight);
    weight = bits >= 32 ? Math.min(most * 2, weight * 32) : 1;
    if (bits < 32) {
      numbers.push(value);
      value = 0;
    }
  }
  return numbers;
}

/** At most about so many points, as evenly as they come, with the first and the last. */
function thinned(points: readonly InkPoint[], count: number): readonly InkPoint[] {
  const step = Math.ceil(points.length / Math.max(2, count));
  return points.filter((_, at) => at % step === 0 || at === points.length - 1);
}

/** Points without those that lie so near to the way between the others that nobody misses them (Ramer, Douglas and Peucker). */
function simplified(points: readonly InkPoint[], near: number): readonly InkPoint[] {
  if (points.length < 3) return points;
  const isKept = new Set([0, points.length - 1]);
  const stretches: [number, number][] = [[0, points.length - 1]];
  for (let next = stretches.pop(); next; next = stretches.pop()) {
    const [first, last] = next;
    const furthest = furthestBetween(points, first, last, near);
    if (furthest === null) continue;
    isKept.add(furthest);
    stretches.push([first, furthest], [furthest, last]);
  }
  return points.filter((_, at) => isKept.has(at));
}

function furthestBetween(points: readonly InkPoint[], first: number, last: number, near: number): number | null {
  const [from, to] = [points[first], points[last]];
  if (!from || !to) return null;
  let [furthest, reach]: [number | null, number] = [null, near];
  for (let at = first + 1; at < last; at += 1) {
    const [x, y, pressure] = points[at] ?? from;
    const away = distanceToStretch([x, y], [from[0], from[1]], [to[0], to[1]]);
    // Pressure makes a line wide: a change of it is as visible as a bend.
    const pressed = Math.abs(pressure - from[2]) > 0.3 ? near + Math.abs(pressure - from[2]) : 0;
    const matters = Math.max(away, pressed);
    if (matters > reach) [furthest, reach] = [at, matters];
  }
  return furthest;
}
