import { frameUnder } from '@multaqa/shared/facilitate/board/scene/company';
import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { boxOf, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import { onTop } from '@multaqa/shared/facilitate/board/scene/order';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import { blockOf, freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Colour, ThingData, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { TextDirection } from '@multaqa/shared/kernel/direction';
import { limits } from '@multaqa/shared/limits';

/** How large a new note is, and the room between two, in units of the board. */
const noteSize: Point = [200, 200];
const gap = 24;

/** Notes that come at once, at most. */
export const mostNotes = 200;

/** Cells of rows that a text was read as. */
export type Rows = readonly (readonly string[])[];

/** How the cells of rows become notes: one column of them, or everything in a row together. */
export type Choice = { column: number | 'all'; hasHeading: boolean };

/** What the notes say: empty cells are left out, long ones cut to what a note holds. */
export function textsFrom(rows: Rows, { column, hasHeading }: Choice): string[] {
  const cells = rows.slice(hasHeading ? 1 : 0).map(row =>
    column === 'all'
      ? row
          .map(cell => cell.trim())
          .filter(Boolean)
          .join('\n')
      : (row[column] ?? '').trim(),
  );
  return cells.filter(Boolean).map(cell => cell.slice(0, limits.boardTextLength));
}

/** Texts as a list that is pasted once more, or into a spreadsheet: a line each, in quotes where one has lines of its own. */
export const listOf = (texts: readonly string[]): string =>
  texts.map(text => (/[\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\n');

/** The column that people most likely mean: the one with the most letters. */
export function likelyColumn(rows: Rows): number {
  const columns = Math.max(0, ...rows.map(row => row.length));
  const letters = (column: number) =>
    rows.reduce((sum, row) => sum + (row[column]?.replace(/[\d\s.,]/g, '').length ?? 0), 0);
  return Array.from({ length: columns }, (_, column) => column).reduce(
    (best, column) => (letters(column) > letters(best) ? column : best),
    0,
  );
}

type Placing = {
  scene: Scene;
  /** The middle of where they are wanted. */
  at: Point;
  direction: TextDirection;
  colour: Colour;
  newId(): ThingId;
};

/** What new things do not cover. */
export const takenIn = (scene: Scene): Bounds[] =>
  [...scene.values()]
    .filter(thing => thing.kind !== 'frame' && thing.kind !== 'arrow' && isDrawn(scene, thing))
    .map(thing => thingBounds(scene, thing));

/** New notes with these texts, in a block in reading order, at the nearest free place. */
export function notesFrom(
  texts: readonly string[],
  { scene, at, direction, colour, newId }: Placing,
): [ThingId, ThingData][] {
  const said = texts.slice(0, mostNotes);
  const places = blockOf(said.length, noteSize, gap, direction);
  const [, , width, height] = unionOf(places.map(([x, y]): Bounds => [x, y, ...noteSize])) ?? [0, 0, 0, 0];
  const corner: Point = [at[0] - width / 2, at[1] - height / 2];
  const [left, top] = freePlace(takenIn(scene), [width, height], corner, { gap, direction });
  const height0 = onTop(scene);
  return said.map((text, place) => {
    const [x, y] = places[place] ?? [0, 0];
    const box = boxOf(left + x, top + y, ...noteSize);
    const frame = frameUnder(scene, [box[0], box[1], box[2], box[3]]);
    const common = { group: null, frame, into: null, outcome: null, fixed: false, tags: [], z: height0 + place };
    return [newId(), { ...common, kind: 'note', at: box, colour, text, says: null }];
  });
}
