import { type Bounds, overlap, unionOf, widened } from '../scene/geometry.ts';
import { frameHead } from '../scene/hit.ts';
import { isDrawn, mergedNotes } from '../scene/merged.ts';
import { thingBounds } from '../scene/outline.ts';
import { byHeight, type Scene } from '../scene/scene.ts';
import type { Thing, ThingKind } from '../scene/thing.ts';
import type { Brush, DrawingOptions } from './brush.ts';
import { paperPalette } from './colours.ts';
import { drawThing } from './draw-things.ts';
import { element, escaped } from './xml.ts';

/** A drawing: the SVG, and how wide and high it is in units of the board. */
export type Drawing = { svg: string; width: number; height: number };

/** Round everything that is drawn. */
const edge = 40;
const fonts = "'Noto Sans', Amiri, 'Noto Sans Arabic', 'Segoe UI', 'Noto Emoji', sans-serif";

/**
 * Draws things as one SVG that asks for nothing from elsewhere. The same things give the same drawing, in browsers, in resvg and in Typst; whatever
 * people wrote is text in it and never markup.
 */
export function drawBoard(scene: Scene, { above, part, title, language, ...look }: DrawingOptions): Drawing {
  const layers = above ? [scene, above] : [scene];
  const area = part ?? wholeBounds(layers);
  const [left, top, width, height] = area;
  const isWanted = (layer: Scene, thing: Thing) =>
    isDrawn(layer, thing) && (!part || overlap(area, withHead(layer, thing)));
  const drawn = layers.flatMap(layer => {
    const brush: Brush = { ...look, scene: layer, parts: mergedNotes(layer), palette: paperPalette };
    const things = [...layer.values()].filter(thing => isWanted(layer, thing)).sort(byHeight);
    return things.map(thing => drawThing(brush, thing));
  });
  const inside = [
    element('title', {}, escaped(title) || ' '),
    element('rect', { x: left, y: top, width, height, fill: paperPalette.board }),
    ...drawn,
  ];
  const attributes = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: [left, top, width, height].join(' ') },
    ...{ role: 'img', lang: language, direction: 'ltr', 'font-family': fonts },
  };
  return { svg: element('svg', attributes, inside.join('')), width, height };
}

/** A rectangle around everything that is drawn, in whole units, with an edge; a small sheet when nothing is there. */
export function wholeBounds(layers: readonly Scene[]): Bounds {
  const [left, top, width, height] = widened(
    unionOf(layers.flatMap(drawnThings).map(({ bounds }) => bounds)) ?? [0, 0, 400, 240],
    edge,
  );
  return [Math.floor(left), Math.floor(top), Math.ceil(width), Math.ceil(height)];
}

/** Where each thing is that is drawn by itself. */
export const drawnThings = (scene: Scene): { kind: ThingKind; bounds: Bounds }[] =>
  [...scene.values()]
    .filter(thing => isDrawn(scene, thing))
    .map(thing => ({ kind: thing.kind, bounds: withHead(scene, thing) }));

/** Where a thing is, with the name above a frame and the count at the corner of a note. */
function withHead(scene: Scene, thing: Thing): Bounds {
  const [left, top, width, height] = thingBounds(scene, thing);
  return thing.kind === 'frame' ? [left, top - frameHead, width, height + frameHead] : [left, top, width, height];
}
