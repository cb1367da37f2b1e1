import { headPath, shapePath } from '@multaqa/shared/facilitate/board/draw/paths';
import { inkPoints } from '@multaqa/shared/facilitate/board/scene/ink';
import { arrowEnds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import {
  type BoxedThing,
  type Colour,
  colours,
  isBoxed,
  type OfKind,
  type Thing,
} from '@multaqa/shared/facilitate/board/scene/thing';
import { directionOf } from '@multaqa/shared/kernel/direction';

type Tone = { fill: string; stroke: string; words: string };
/** The colours of the page as a canvas needs them. */
export type Palette = Readonly<Record<Colour, Tone>> & {
  readonly sunken: string;
  readonly edge: string;
  readonly letters: string;
};

/** Reads the colours that an element has now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  const tones = colours.map((colour): [Colour, Tone] => [
    colour,
    {
      fill: value(`${colour}-fill`),
      stroke: value(`${colour}-stroke`),
      words: value(colour === 'ink' ? 'on-ink' : 'on-fill'),
    },
  ]);
  return {
    ...(Object.fromEntries(tones) as Record<Colour, Tone>),
    ...{ sunken: value('sunken'), edge: value('line-strong'), letters: value('ink') },
  };
}

type Brush = {
  context: CanvasRenderingContext2D;
  palette: Palette;
  scene: Scene;
  zoom: number;
  /** The sentence of a template by its key. */
  said(key: string): string;
};

/** Paints things as they look from afar: letters are bars, and names of frames alone can be read. The context's unit is that of the board. */
export function paintThings(brush: Brush, things: Iterable<Thing>): void {
  for (const thing of things) paintThing(brush, thing);
}

function paintThing(brush: Brush, thing: Thing): void {
  if (!isBoxed(thing)) {
    paintArrow(brush, thing);
    return;
  }
  const { context, zoom } = brush;
  const [left, top, width, height, degrees] = thing.at;
  if (width * zoom < 0.5 && height * zoom < 0.5) return;
  context.save();
  context.translate(left + width / 2, top + height / 2);
  if (degrees !== 0) context.rotate((degrees * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  painters[thing.kind](brush, thing as never);
  context.restore();
}

const painters: { [Kind in BoxedThing['kind']]: (brush: Brush, thing: OfKind<Kind>) => void } = {
  note(brush, { at: [, , width, height], colour, text }) {
    brush.context.fillStyle = brush.palette[colour].fill;
    brush.context.fillRect(0, 0, width, height);
    paintBars(brush, text, brush.palette[colour].words, width, height);
  },
  text: (brush, { at: [, , width, height], colour, text }) =>
    paintBars(brush, text, brush.palette[colour].stroke, width, height),
  shape: paintShape,
  frame: paintFrame,
  stroke: paintStroke,
  image({ context, palette, zoom }, { at: [, , width, height] }) {
    context.fillStyle = palette.sunken;
    context.fillRect(0, 0, width, height);
    context.strokeStyle = palette.edge;
    context.lineWidth = 1 / zoom;
    context.strokeRect(0, 0, width, height);
  },
  stamp({ context, palette }, { at: [, , width, height], emoji }) {
    context.font = `${Math.min(width, height) * 0.8}px sans-serif`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = palette.letters;
    context.fillText(emoji, width / 2, height / 2);
  },
};

/** Bars in place of lines: about as many and as long as the words would take. */
function paintBars({ context, zoom }: Brush, text: string, colour: string, width: number, height: number): void {
  if (!text || width * zoom < 8) return;
  const lines = Math.max(1, Math.min(6, Math.ceil(text.length / 22)));
  const step = Math.min(30, (height * 0.8) / lines);
  context.fillStyle = colour;
  context.globalAlpha = 0.45;
  for (let line = 0; line < lines; line += 1) {
    const length = width * (line === lines - 1 && lines > 1 ? 0.42 : 0.68);
    context.fillRect((width - length) / 2, height / 2 + (line - lines / 2 + 0.25) * step, length, step * 0.45);
  }
  context.globalAlpha = 1;
}

function paintShape(brush: Brush, thing: OfKind<'shape'>): void {
  const { context, palette } = brush;
  const [, , width, height] = thing.at;
  const path = new Path2D(shapePath(thing.shape, width, height));
  if (thing.fill === 'filled') {
    context.fillStyle = palette[thing.colour].fill;
    context.fill(path);
  }
  context.strokeStyle = palette[thing.colour].stroke;
  context.lineWidth = Math.max(2.5, 1 / brush.zoom);
  context.stroke(path);
  paintBars(brush, thing.text, palette.letters, width * 0.7, height);
}

function paintFrame({ context, palette, zoom, said }: Brush, thing: OfKind<'frame'>): void {
  const [, , width, height] = thing.at;
  context.fillStyle = palette[thing.colour].fill;
  context.globalAlpha = 0.14;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.edge;
  context.lineWidth = 1.5 / zoom;
  context.strokeRect(0, 0, width, height);
  const name = thing.text || (thing.says ? said(thing.says) : '');
  if (!name || width * zoom < 40) return;
  context.fillStyle = palette.letters;
  context.font = `600 ${13 / zoom}px sans-serif`;
  context.textBaseline = 'bottom';
  // As near by, names begin where people begin to read them.
  const isToTheLeft = directionOf(name) === 'rtl';
  context.direction = isToTheLeft ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  // A little shorter than its frame, so that it does not run into the name beside it.
  context.fillText(shortened(context, name, width - 8 / zoom), isToTheLeft ? width : 0, -4 / zoom);
}

/** A name cut where its frame ends. */
function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  const name = text.slice(0, 80);
  const wide = context.measureText(name).width;
  if (wide <= width) return name;
  return `${name.slice(0, Math.max(1, Math.floor((name.length * width) / wide) - 1))}…`;
}

const ways = new WeakMap<Thing, Path2D>();

/** A stroke as a plain line through some of its points, kept for as long as the stroke is the same. */
function paintStroke({ context, palette, zoom }: Brush, thing: OfKind<'stroke'>): void {
  const known = ways.get(thing);
  const way = known ?? new Path2D();
  if (!known) {
    const points = inkPoints({ at: [0, 0, thing.at[2], thing.at[3], 0], ink: thing.ink });
    const step = Math.max(1, Math.floor(points.length / 24));
    for (let at = 0; at < points.length; at += step) way.lineTo(points[at]?.[0] ?? 0, points[at]?.[1] ?? 0);
    ways.set(thing, way);
  }
  context.strokeStyle = palette[thing.colour].stroke;
  context.lineWidth = Math.max(thing.pen === 'marker' ? 20 : 5, 1 / zoom);
  context.globalAlpha = thing.pen === 'marker' ? 0.42 : 1;
  context.stroke(way);
  context.globalAlpha = 1;
}

function paintArrow({ context, palette, scene, zoom }: Brush, thing: OfKind<'arrow'>): void {
  const [from, to] = arrowEnds(scene, thing);
  context.strokeStyle = palette[thing.colour].stroke;
  context.lineWidth = Math.max(3, 1 / zoom);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  if (thing.heads !== 'none') context.stroke(new Path2D(headPath(from, to)));
  if (thing.heads === 'both') context.stroke(new Path2D(headPath(to, from)));
}
