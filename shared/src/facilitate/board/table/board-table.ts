import type { DrawingOptions } from '../draw/brush.ts';
import { mergedInto } from '../scene/merged.ts';
import { frameOf, inReadingOrder } from '../scene/reading.ts';
import type { Scene } from '../scene/scene.ts';
import type { Thing, ThingId } from '../scene/thing.ts';
import { type BoardWords, type Column, columns } from './words.ts';

type Told = Pick<DrawingOptions, 'direction' | 'said' | 'nameOf' | 'dots'>;

/** A board as a table: a row for each thing that says something, in reading order, what lies in a frame after it. */
export function boardTable(scene: Scene, words: BoardWords, told: Told): { fields: string[]; rows: string[][] } {
  const things = inReadingOrder(scene, told.direction).filter(thing => textOf(thing, told) !== '');
  const cells = cellsOf(scene, words, told);
  return {
    fields: columns.map(column => words.columns[column]),
    rows: things.map(thing => columns.map(column => cells[column](thing))),
  };
}

/** What a thing says to somebody who reads: its words, what an image shows, an emoji. */
export function textOf(thing: Thing, { said }: Pick<Told, 'said'>): string {
  switch (thing.kind) {
    case 'image':
      return thing.alt;
    case 'stamp':
      return thing.emoji;
    case 'stroke':
      return '';
    default:
      return thing.text || (thing.says ? said(thing.says) : '');
  }
}

function cellsOf(scene: Scene, words: BoardWords, told: Told): Record<Column, (thing: Thing) => string> {
  const textAt = (id: ThingId | null) => {
    const thing = id === null ? undefined : scene.get(id);
    return thing ? textOf(thing, told) : '';
  };
  return {
    frame: thing => textAt(frameOf(scene, thing)),
    kind: ({ kind }) => words.kinds[kind],
    text: thing => textOf(thing, told),
    tags: ({ tags }) => tags.join(words.comma),
    colour: ({ colour }) => words.colours[colour],
    author: thing => told.nameOf(thing) ?? '',
    dots: ({ id }) => (Object.hasOwn(told.dots, id) ? String(told.dots[id]) : ''),
    outcome: ({ outcome }) => (outcome === null ? '' : words.yes),
    part: thing => textAt(mergedInto(scene, thing)?.id ?? null),
  };
}
