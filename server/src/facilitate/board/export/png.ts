import { readdirSync } from 'node:fs';
import type { Drawing } from '@multaqa/shared/facilitate/board/draw/draw-board';
import { Resvg } from '@resvg/resvg-js';
import { fontFolders } from '../../../platform/fonts.ts';

/** The longer side of a picture in pixels at most, and pixels for each unit of the board where there is room. */
const side = 5_000;
const density = 2;

const fontFiles = fontFolders.flatMap(folder =>
  readdirSync(folder)
    .filter(name => name.endsWith('.ttf'))
    .map(name => `${folder}/${name}`),
);

/** A drawing as a PNG, at twice its size where that is no larger than people can use. It takes the thread it runs in for a moment. */
export function pngOf({ svg, width, height }: Drawing): Uint8Array {
  const zoom = Math.min(density, side / Math.max(width, height, 1));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
  });
  return new Uint8Array(picture.render().asPng());
}
