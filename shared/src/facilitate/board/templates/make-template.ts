import type { TextDirection } from '../../../kernel/direction.ts';
import { boxOf, lineOf, type Point } from '../scene/geometry.ts';
import type { ThingData, ThingId } from '../scene/thing.ts';
import { type Piece, type Template, templates } from './templates.ts';

const piecesOf = (template: Template): readonly Piece[] => templates[template];
const plain = { group: null, frame: null, into: null, outcome: null, fixed: false, tags: [] };

/** How wide and high a template is, in units of the board. */
export function templateSize(template: Template): Point {
  const boxed = piecesOf(template).filter(piece => piece.kind !== 'arrow');
  return [
    Math.max(...boxed.map(({ at: [left, , width] }) => left + width)),
    Math.max(...boxed.map(({ at: [, top, , height] }) => top + height)),
  ];
}

/** Where a template comes to lie: its top left corner, above what is there, and which way people read who put it there. */
export type TemplatePlace = { at: Point; z: number; direction: TextDirection };

/**
 * The things of a template, mirrored where people read from right to left. `ids` has one for each of its parts; texts say their
 * sentence in everybody's own language until somebody writes.
 */
export function thingsOfTemplate(
  template: Template,
  ids: readonly ThingId[],
  { at: [left, top], z, direction }: TemplatePlace,
): (readonly [ThingId, ThingData])[] {
  const pieces = piecesOf(template);
  const [wide] = templateSize(template);
  const across = (x: number, width = 0) => left + (direction === 'rtl' ? wide - x - width : x);
  const idAt = (place: number) => ids[place] ?? '';
  return pieces.map((piece, place): readonly [ThingId, ThingData] => {
    const common = { ...plain, z: z + place };
    if (piece.kind === 'arrow') {
      const [fromX, fromY, toX, toY] = piece.line;
      const line = lineOf([across(fromX), top + fromY], [across(toX), top + toY]);
      const [from, to] = [piece.from, piece.to].map(end => (end === null ? null : idAt(end)));
      const ends = { from: from ?? null, to: to ?? null, heads: 'end' as const };
      return [idAt(place), { ...common, kind: 'arrow', colour: piece.colour, line, ...ends, text: '', says: null }];
    }
    const [x, y, width, height] = piece.at;
    const frame = piece.kind === 'frame' ? null : frameAround(pieces, piece.at, ids);
    const at = boxOf(across(x, width), top + y, width, height);
    return [idAt(place), { ...common, frame, ...piece, at, text: '' }];
  });
}

/** How many ids a template needs. */
export const partsOfTemplate = (template: Template): number => piecesOf(template).length;

function frameAround(pieces: readonly Piece[], [x, y, width, height]: readonly number[], ids: readonly ThingId[]) {
  const place = pieces.findIndex(({ kind, ...piece }) => {
    if (kind !== 'frame' || !('at' in piece)) return false;
    const [left, top, wide, high] = piece.at;
    const isAcross = left <= (x ?? 0) && (x ?? 0) + (width ?? 0) <= left + wide;
    return isAcross && top <= (y ?? 0) && (y ?? 0) + (height ?? 0) <= top + high;
  });
  return place < 0 ? null : (ids[place] ?? null);
}
