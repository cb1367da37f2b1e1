import type { DrawingOptions } from '@multaqa/shared/facilitate/board/draw/brush';
import { drawBoard } from '@multaqa/shared/facilitate/board/draw/draw-board';
import { readScene, type Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { boardTable } from '@multaqa/shared/facilitate/board/table/board-table';
import { type BoardWords, boardWords } from '@multaqa/shared/facilitate/board/table/words';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import * as Y from 'yjs';
import { csvOf } from '../../../platform/csv.ts';
import type { Task } from '../../../platform/work-pool.ts';
import type { BoardFrame } from './board-frame.ts';
import type { BoardFormat } from './formats.ts';
import { pdfOf } from './pdf.ts';
import { pngOf } from './png.ts';

/**
 * `bytes`: the state of a board's document as one update. `above`: that of the layer over it; null for none. `images`: addresses that
 * begin with `data:`, by file.
 */
export type BoardAsked = {
  bytes: Uint8Array;
  above: Uint8Array | null;
  format: BoardFormat;
  frame: BoardFrame;
  images: { readonly [file: string]: string };
};

/** Makes a file of a board. The document may hold anything: what is no thing is left out. */
export const run: Task<BoardAsked, Uint8Array> = ({ bytes, above, format, frame, images }, { progress }) => {
  const scene = sceneIn(bytes);
  const over = above && sceneIn(above);
  const options = { ...optionsOf(frame, images), ...(over && { above: over }) };
  if (format === 'csv') {
    const { fields, rows } = tableOf(scene, over, boardWords[frame.language], options);
    return Promise.resolve(new TextEncoder().encode(csvOf(fields, rows)));
  }
  // A sign of life: a large board takes a while to be set.
  progress(1, 2);
  if (format === 'pdf') return Promise.resolve(pdfOf(scene, options, frame));
  const drawing = drawBoard(scene, options);
  if (format === 'png') return Promise.resolve(pngOf(drawing));
  return Promise.resolve(new TextEncoder().encode(drawing.svg));
};

function sceneIn(bytes: Uint8Array): Scene {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return readScene(doc);
}

/** The rows of a board; where there is a layer over it, those of the layer follow, and a first column says which they are. */
function tableOf(
  scene: Scene,
  over: Scene | null,
  words: BoardWords,
  options: DrawingOptions,
): { fields: string[]; rows: string[][] } {
  const { fields, rows } = boardTable(scene, words, options);
  if (!over) return { fields, rows };
  const marked = (of: string[][], layer: string) => of.map(row => [layer, ...row]);
  const more = boardTable(over, words, options).rows;
  return { fields: [words.layer, ...fields], rows: [...marked(rows, ''), ...marked(more, words.hosts)] };
}

function optionsOf(
  { language, title, clients, people, dots }: BoardFrame,
  images: BoardAsked['images'],
): DrawingOptions {
  return {
    ...{ language, title, dots, direction: language === 'ar' ? 'rtl' : 'ltr' },
    said: key => saidBy(key, language),
    nameOf: ({ client, by }) => (by === null ? clients[client] : people[by]) ?? null,
    imageOf: file => (Object.hasOwn(images, file) ? (images[file] ?? null) : null),
  };
}
