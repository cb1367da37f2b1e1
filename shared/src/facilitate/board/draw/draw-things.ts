import { directionOf } from '../../../kernel/direction.ts';
import { inkPoints } from '../scene/ink.ts';
import { arrowEnds } from '../scene/outline.ts';
import type { BoxedThing, OfKind, Thing, WrittenThing } from '../scene/thing.ts';
import { advanceOf } from './advance.ts';
import type { Brush } from './brush.ts';
import { drawWords, heightOf } from './draw-text.ts';
import { fitText, leading } from './lines.ts';
import { headPath, linePath, shapePath } from './paths.ts';
import { strokePath } from './stroke-path.ts';
import { element, escaped, number } from './xml.ts';

/** Heights of letters of texts that stand by themselves. */
export const textSizes = { s: 16, m: 24, l: 40, xl: 64 } as const;
/** Heights of letters in shapes, at arrows and above frames. */
const [shapeLetters, arrowLetters, frameLetters] = [20, 18, 20];
const noteEdge = 16;

/** A thing as elements of an SVG. */
export function drawThing(brush: Brush, thing: Thing): string {
  if (thing.kind === 'arrow') return drawArrow(brush, thing);
  const [left, top, width, height, degrees] = thing.at;
  const turn = degrees === 0 ? '' : ` rotate(${number(degrees)} ${number(width / 2)} ${number(height / 2)})`;
  const transform = `translate(${number(left)} ${number(top)})${turn}`;
  return element('g', { transform }, drawBoxed(brush, thing, width, height));
}

function drawBoxed(brush: Brush, thing: BoxedThing, width: number, height: number): string {
  switch (thing.kind) {
    case 'note':
      return drawNote(brush, thing, width, height);
    case 'text':
      return drawWords({
        ...{ ...wordsOf(brush, thing), left: 0, top: 0, width, letters: textSizes[thing.size] },
        ...{ colour: brush.palette.tones[thing.colour].stroke, align: 'start' },
      });
    case 'shape':
      return drawShape(brush, thing, width, height);
    case 'frame':
      return drawFrame(brush, thing, width, height);
    case 'stroke': {
      const points = inkPoints({ at: [0, 0, width, height, 0], ink: thing.ink });
      const opacity = thing.pen === 'marker' ? '0.42' : null;
      return element('path', { d: strokePath(points, thing), fill: brush.palette.tones[thing.colour].stroke, opacity });
    }
    case 'image':
      return drawImage(brush, thing, width, height);
    case 'stamp': {
      const letters = Math.min(width, height) * 0.82;
      const place = { x: width / 2, y: height / 2 + letters * 0.35, 'font-size': letters, 'text-anchor': 'middle' };
      return element('text', { ...place, fill: brush.palette.letters }, escaped(thing.emoji));
    }
  }
}

/** What a thing says: its own text, or the sentence of a template while it has none. */
function wordsOf({ said, direction }: Brush, thing: WrittenThing) {
  const sentence = thing.text || !thing.says ? '' : said(thing.says);
  return { text: thing.text || sentence, direction, ...(sentence ? { opacity: 0.62 } : {}) };
}

function drawNote(brush: Brush, thing: OfKind<'note'>, width: number, height: number): string {
  const { fill, words: colour } = brush.palette.tones[thing.colour];
  const paper =
    element('rect', { x: 0, y: 3, width, height, rx: 5, fill: '#281e0a', opacity: '0.12' }) +
    element('rect', { width, height, rx: 4, fill });
  const foot = footOf(brush, thing);
  const room = Math.max(8, width - 2 * noteEdge);
  const high = Math.max(8, height - 2 * noteEdge - (foot ? 16 : 0));
  const parts = [thing, ...(brush.parts.get(thing.id) ?? [])].map(part => wordsOf(brush, part));
  const all = parts.map(({ text }) => text).join('\n');
  const letters = fitText(all || ' ', room, high - (parts.length - 1) * 12, advanceOf);
  const heights = parts.map(({ text }) => heightOf(text, room, letters));
  const whole = heights.reduce((sum, one) => sum + one, (parts.length - 1) * 12);
  let y = noteEdge + Math.max(0, (high - whole) / 2);
  const lines = parts.map((part, at) => {
    const rule =
      at > 0
        ? element('path', { d: `M${noteEdge},${number(y - 6)}h${number(room)}`, stroke: colour, opacity: '0.25' })
        : '';
    const most = Math.max(1, Math.floor((noteEdge + high + letters * 0.4 - y) / (letters * leading)));
    const drawn = drawWords({ ...part, left: noteEdge, top: y, width: room, letters, colour, align: 'centre', most });
    y += (heights[at] ?? 0) + 12;
    return y - 12 > height + letters && at > 0 ? '' : rule + drawn;
  });
  return paper + lines.join('') + footLine(brush, foot, width, height, colour) + drawDots(brush, thing.id, width);
}

/** Who wrote a note and its tags, in one small line. */
const footOf = ({ nameOf }: Brush, thing: OfKind<'note'>): string =>
  [nameOf(thing) ?? '', ...thing.tags.map(tag => `${marks[directionOf(tag) ?? 'ltr']}#${tag}`)]
    .filter(Boolean)
    .join(' · ');

/** Keep the sign of a tag at its beginning, in a line of the other direction too. */
const marks = { ltr: '\u200e', rtl: '\u200f' } as const;

function footLine({ direction }: Brush, text: string, width: number, height: number, colour: string): string {
  if (!text) return '';
  const place = { left: 10, top: height - 25, width: Math.max(10, width - 20), letters: 14 };
  return drawWords({ text, ...place, colour, align: 'start', opacity: 0.75, direction, most: 1 });
}

/** How many dots a thing got, on its upper corner at the end of the line. */
function drawDots({ dots, direction, palette }: Brush, id: string, width: number): string {
  const count = Object.hasOwn(dots, id) ? (dots[id] ?? 0) : 0;
  if (count <= 0) return '';
  const x = direction === 'rtl' ? 2 : width - 2;
  const { stroke } = palette.tones.teal;
  return (
    element('circle', { cx: x, cy: 2, r: 17, fill: stroke, stroke: palette.board, 'stroke-width': 3 }) +
    element(
      'text',
      { x, y: 8, 'font-size': 17, 'font-weight': 600, 'text-anchor': 'middle', fill: '#ffffff' },
      String(count),
    )
  );
}

function drawShape(brush: Brush, thing: OfKind<'shape'>, width: number, height: number): string {
  const { fill, stroke, words } = brush.palette.tones[thing.colour];
  const isFilled = thing.fill === 'filled';
  const outline = { d: shapePath(thing.shape, width, height), fill: isFilled ? fill : 'none', stroke };
  const room = width * 0.7;
  const said = wordsOf(brush, thing);
  const top = (height - heightOf(said.text, room, shapeLetters)) / 2;
  const colour = isFilled ? words : brush.palette.letters;
  return (
    element('path', { ...outline, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }) +
    drawWords({ ...said, left: width * 0.15, top, width: room, letters: shapeLetters, colour, align: 'centre' }) +
    drawDots(brush, thing.id, width)
  );
}

function drawFrame(brush: Brush, thing: OfKind<'frame'>, width: number, height: number): string {
  const { palette } = brush;
  const { fill } = palette.tones[thing.colour];
  const [letters, lines] = [frameLetters, { width, most: 1 }];
  return (
    element('rect', { width, height, rx: 12, fill, 'fill-opacity': '0.22', stroke: palette.edge, 'stroke-width': 2 }) +
    drawWords({
      ...{ ...wordsOf(brush, thing), ...lines, left: 0, top: -34, letters, colour: palette.letters },
      ...{ align: 'start', weight: 700 },
    })
  );
}

function drawImage({ imageOf, palette }: Brush, thing: OfKind<'image'>, width: number, height: number): string {
  const href = imageOf(thing.file);
  // Nothing but a picture that comes with the drawing is ever asked for.
  if (href?.startsWith('data:image/'))
    return element('image', { width, height, preserveAspectRatio: 'none', href, 'aria-label': thing.alt });
  return element('rect', { width, height, rx: 4, fill: '#f1ece3', stroke: palette.edge });
}

function drawArrow(brush: Brush, thing: OfKind<'arrow'>): string {
  const [from, to] = arrowEnds(brush.scene, thing);
  const stroke = brush.palette.tones[thing.colour].stroke;
  const heads = [thing.heads === 'none' ? '' : headPath(from, to), thing.heads === 'both' ? headPath(to, from) : ''];
  const line = element('path', {
    ...{ d: linePath(from, to) + heads.join(''), fill: 'none', stroke, 'stroke-width': 3 },
    ...{ 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
  });
  const said = wordsOf(brush, thing);
  if (!said.text) return line;
  const width = Math.min(224, (advanceOf(said.text) * arrowLetters) / 100 + 4);
  const height = heightOf(said.text, width, arrowLetters);
  const [left, top] = [(from[0] + to[0] - width) / 2, (from[1] + to[1] - height) / 2];
  const label = { x: left - 8, y: top - 2, width: width + 16, height: height + 4, rx: 8, fill: brush.palette.board };
  const place = { left, top, width, letters: arrowLetters, colour: brush.palette.letters };
  return line + element('rect', label) + drawWords({ ...said, ...place, align: 'centre' });
}
