import { type Bounds, boundsOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isBoxed, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { FarMark, FarMarks } from '../parts.ts';

/** The colours of what stands at things. */
type Tones = { accent: string; onAccent: string; surface: string; line: string; ink: string; quiet: string };

/** Reads the colours of marks that an element has now. */
export function tonesOf(element: Element): Tones {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  return {
    ...{ accent: value('accent'), onAccent: value('on-accent'), surface: value('surface') },
    ...{ line: value('line-strong'), ink: value('ink'), quiet: value('quiet') },
  };
}

type Marker = { context: CanvasRenderingContext2D; tones: Tones; zoom: number };

/** How high marks are: a part of their thing's width, within these bounds, in pixels of the screen. Below `read` there are no letters. */
const high = { part: 0.3, least: 6, most: 18, read: 11 } as const;
/** Between two marks, in pixels. */
const gap = 3;

/** Paints what stands at things over their lower edge, from the right, as it stands there near by. The context's unit is that of the board. */
export function paintMarks(marker: Marker, things: Iterable<Thing>, marks: FarMarks): void {
  for (const thing of things) {
    const mark = isBoxed(thing) ? marks(thing) : null;
    if (mark && isBoxed(thing)) paintMark(marker, boundsOf(thing.at), mark);
  }
}

function paintMark(marker: Marker, [left, top, width, height]: Bounds, { dots, signs, names }: FarMark): void {
  const { context, tones, zoom } = marker;
  const whole = width * zoom;
  const size = Math.round(Math.min(high.most, Math.max(high.least, whole * high.part)));
  context.save();
  context.translate(left + width, top + height);
  context.scale(1 / zoom, 1 / zoom);
  context.translate(0, -0.6 * size);
  let room = dots ? whole - paintDots(marker, dots, size) - gap : whole;
  for (const sign of size < high.read ? [] : signs) {
    room -= size;
    pill(context, room - whole, size, size, [tones.surface, tones.line]);
    strokeSign(context, sign, room - whole, size, tones.ink);
    room -= gap;
  }
  if (size >= high.read) writeNames(marker, names, size, room, whole);
  context.restore();
}

/** Returns how wide they are. */
function paintDots({ context, tones }: Marker, { of, count }: NonNullable<FarMark['dots']>, size: number): number {
  const words = of === 'all' ? String(count) : count > 1 ? `●${count}` : '●';
  const [fill, ink] = of === 'all' ? [tones.accent, tones.onAccent] : [tones.surface, tones.accent];
  const isRead = size >= high.read;
  const wide = isRead ? Math.max(size, wideOf(context, words, size) + 0.7 * size) : size;
  pill(context, -wide, wide, size, [isRead ? fill : tones.accent, tones.accent]);
  if (isRead) write(context, words, -wide / 2, size, ink);
  return wide;
}

/** Names where there is room for some letters of them. */
function writeNames({ context, tones }: Marker, names: string, size: number, room: number, whole: number): void {
  if (!names || room < 34) return;
  const most = room - 0.7 * size;
  const all = wideOf(context, names, size);
  const said = all <= most ? names : `${names.slice(0, Math.max(1, Math.floor((names.length * most) / all) - 1))}…`;
  const wide = Math.min(room, wideOf(context, said, size) + 0.7 * size);
  pill(context, room - wide - whole, wide, size, [tones.surface, tones.line]);
  write(context, said, room - wide / 2 - whole, size, tones.quiet);
}

function pill(
  context: CanvasRenderingContext2D,
  left: number,
  wide: number,
  size: number,
  [fill, stroke]: readonly [string, string],
): void {
  context.beginPath();
  context.roundRect(left, 0, wide, size, size / 2);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = stroke;
  context.lineWidth = 1;
  context.stroke();
}

const fontOf = (size: number): string => `600 ${Math.round(size * 0.66)}px sans-serif`;

function write(context: CanvasRenderingContext2D, words: string, middle: number, size: number, colour: string): void {
  context.font = fontOf(size);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colour;
  context.fillText(words, middle, size * 0.54);
}

const widths = new Map<string, number>();

function wideOf(context: CanvasRenderingContext2D, words: string, size: number): number {
  const key = `${size} ${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = fontOf(size);
  const { width } = context.measureText(words);
  if (widths.size > 5_000) widths.clear();
  widths.set(key, width);
  return width;
}

/** The lock and the flag that stand at things near by, in a box of 24 by 24. */
const paths = {
  locked: 'M5 13a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2zM8 11v-4a4 4 0 1 1 8 0v4',
  outcome: 'M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1-7 0a5 5 0 0 0-7 0zM5 21v-7',
} as const;

function strokeSign(
  context: CanvasRenderingContext2D,
  sign: keyof typeof paths,
  left: number,
  size: number,
  colour: string,
): void {
  context.save();
  context.translate(left + size * 0.19, size * 0.19);
  context.scale((size * 0.62) / 24, (size * 0.62) / 24);
  context.strokeStyle = colour;
  context.lineWidth = 2.6;
  context.stroke(new Path2D(paths[sign]));
  context.restore();
}
