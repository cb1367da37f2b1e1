import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { frameOf, linesOf } from '../results/chart/frame.ts';
import { Hatch } from '../results/chart/Hatch.tsx';
import type { Telling } from '../results/chart/telling.ts';
import { heightOf, Words } from '../results/chart/Words.tsx';
import { drawingOf, type Shown } from '../results/told.ts';
import styles from './picture.module.css';

type Picture = { svg: string; width: number; height: number };

/** Around what is drawn, px. */
const margin = 48;

/**
 * A result as a picture of its own: under its question, with the colours and letters of this screen written into it, so that
 * it needs no style sheet. Null for what has no picture.
 */
export function pictureOf(shown: Shown, telling: Telling, words: { question: string; under: string }): Picture | null {
  const { width } = telling.frame;
  const inner = { ...telling, frame: frameOf(width - 2 * margin, 'stage', telling.frame.direction) };
  const drawing = drawingOf(shown, inner);
  if (!drawing) return null;
  const { frame } = inner;
  const lines = linesOf(words.question, frame.letters.value, frame.width);
  const under = linesOf(words.under, frame.letters.small, frame.width);
  const head = heightOf(frame, lines, frame.letters.value);
  const top = head + heightOf(frame, under, frame.letters.small) + frame.gap;
  const height = Math.ceil(top + drawing.height + 2 * margin);
  // Styles are computed for what stands in the page alone.
  const place = document.body.appendChild(document.createElement('div'));
  place.className = styles.unseen ?? '';
  const root = createRoot(place);
  try {
    flushSync(() =>
      root.render(
        <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{words.question}</title>
          <Hatch />
          <rect className={styles.paper} width={width} height={height} />
          <g transform={`translate(${margin} ${margin})`}>
            <Words frame={frame} x={0} y={0} lines={lines} px={frame.letters.value} weight={700} />
            <Words frame={frame} x={0} y={head} lines={under} px={frame.letters.small} tone="quiet" />
            <g transform={`translate(0 ${top})`}>{drawing.body}</g>
          </g>
        </svg>,
      ),
    );
    const svg = place.querySelector('svg');
    return svg && { svg: written(svg), width, height };
  } finally {
    root.unmount();
    place.remove();
  }
}

/** What style sheets say of these becomes attributes; with what holds where nothing is said. */
const looks = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
};
const letters = ['font-family', 'font-size', 'font-weight'];

function written(svg: SVGSVGElement): string {
  for (const element of svg.querySelectorAll('rect, circle, line, path, text')) {
    const computed = getComputedStyle(element);
    const write = (look: string) => {
      const value = computed.getPropertyValue(look);
      // A pattern is named by its own attribute; the computed one names the page as well.
      if (value && !value.startsWith('url(')) element.setAttribute(look, plainColour(value));
    };
    for (const [look, usual] of Object.entries(looks)) if (computed.getPropertyValue(look) !== usual) write(look);
    if (element.tagName === 'text') for (const look of letters) write(look);
  }
  for (const element of svg.querySelectorAll('[class]')) element.removeAttribute('class');
  return new XMLSerializer().serializeToString(svg);
}

/** `color(srgb 0.2 0.4 0.6 / 0.5)`, which browsers compute of mixed colours, as every reader of SVG knows it. */
export function plainColour(value: string): string {
  const [, inside] = /^color\(srgb ([^)]+)\)$/.exec(value) ?? [];
  if (!inside) return value;
  const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[\s/]+/).map(Number);
  const bytes = [red, green, blue].map(part => Math.round(part * 255));
  return `rgba(${[...bytes, alpha].join(', ')})`;
}

/** The same as PNG, two dots for each px; null where this browser cannot draw it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer> | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}
