import { type Bounds, unionOf, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import { frameHead } from '@multaqa/shared/facilitate/board/scene/hit';
import type { ThingKind } from '@multaqa/shared/facilitate/board/scene/thing';
import type { TextDirection } from '@multaqa/shared/kernel/direction';

/** A sheet of A4 in points (ISO 216), its margin, and the room of the line at its head. */
const [long, short] = [841.89, 595.28];
const margin = 34;
const head = 26;

/** Points for each unit of the board: how large parts are, and as small as a usual note is still read. */
const good = 0.42;
const readable = 0.34;
/** What is left free round the things of a part, in units of the board. */
const edge = 20;
/** Sheets with parts, as far as the size of letters allows it; a board that takes more has them smaller. */
const most = 40;

/** Something that is drawn, and where: all of it. */
export type Drawn = { kind: ThingKind; bounds: Bounds };
/** What is on a sheet: which part of the board, and how large it is there in points. */
export type Sheet = { part: Bounds; width: number; height: number };
/** Sheets of A4 that all lie the same way; lengths in points. */
export type Sheets = { width: number; height: number; margin: number; head: number; sheets: Sheet[] };

type Size = readonly [width: number, height: number];

/**
 * How a board goes on paper: everything on the first sheet; where that is too small to be read, parts of it follow in the order in
 * which people read, so that everything that is no larger than a sheet is whole on one of them.
 */
export function sheetsFor(whole: Bounds, things: readonly Drawn[], direction: TextDirection): Sheets {
  const [, , wide, high] = whole;
  const lying: Size = [long, short];
  const standing: Size = [short, long];
  const [fit, other] = wide * long > high * short ? [lying, standing] : [standing, lying];
  const first = sheetOf(whole, roomOf(fit), good);
  if (first.width / wide >= readable) return { ...pageOf(fit), sheets: [first] };
  const [inFit, inOther] = [partsFor(things, roomOf(fit), direction), partsFor(things, roomOf(other), direction)];
  return inOther.length < inFit.length
    ? { ...pageOf(other), sheets: [sheetOf(whole, roomOf(other), good), ...inOther] }
    : { ...pageOf(fit), sheets: [first, ...inFit] };
}

const pageOf = ([width, height]: Size) => ({ width, height, margin, head });
const roomOf = ([width, height]: Size): Size => [width - 2 * margin, height - 2 * margin - head];

/** A part as large as the scale says, or as its sheet has room. */
function sheetOf(part: Bounds, [roomX, roomY]: Size, most: number): Sheet {
  const scale = Math.min(roomX / part[2], roomY / part[3], most);
  return { part, width: part[2] * scale, height: part[3] * scale };
}

function partsFor(things: readonly Drawn[], room: Size, direction: TextDirection): Sheet[] {
  let [scale, parts] = [good, partsAt(good)];
  while (parts.length > most && scale > readable / 4) {
    scale *= 0.8;
    parts = partsAt(scale);
  }
  return parts.map(part => sheetOf(part, room, scale));

  function partsAt(scale: number): Bounds[] {
    const size: Size = [room[0] / scale - 2 * edge, room[1] / scale - 2 * edge];
    return partsOf(
      things.flatMap(thing => toBeShown(thing, size)),
      size,
      direction,
    );
  }
}

/** What must be whole on a sheet: of a frame that is larger than one, its name; of such an arrow nothing, since it only leads across. */
function toBeShown({ kind, bounds }: Drawn, [wide, high]: Size): Bounds[] {
  const [left, top, width, height] = bounds;
  if (width <= wide && height <= high) return [bounds];
  if (kind === 'arrow') return [];
  return kind === 'frame' ? [[left, top, Math.min(width, wide), frameHead]] : [bounds];
}

/** Parts of at most this size, from the top in rows, with each thing whole in one of them; what is larger is a part of its own. */
function partsOf(things: readonly Bounds[], size: Size, direction: TextDirection): Bounds[] {
  const parts: Bounds[] = [];
  let rest = [...things];
  while (rest.length > 0) {
    const top = Math.min(...rest.map(one => one[1]));
    const first = rest.find(one => one[1] === top) ?? rest[0];
    let row = rest.filter(one => one === first || one[1] + one[3] <= top + size[1]);
    rest = without(rest, row);
    while (row.length > 0) {
      const covered = nextIn(row, size[0], direction);
      row = without(row, covered);
      const part = unionOf(covered);
      if (part) parts.push(widened(part, edge));
    }
  }
  return parts;
}

function without(all: readonly Bounds[], gone: readonly Bounds[]): Bounds[] {
  const known = new Set(gone);
  return all.filter(one => !known.has(one));
}

/** The things of a row that come next and stand together in this width. */
function nextIn(row: readonly Bounds[], wide: number, direction: TextDirection): Bounds[] {
  if (direction === 'rtl') {
    const right = Math.max(...row.map(([left, , width]) => left + width));
    return row.filter(([left, , width]) => left >= right - wide || left + width === right);
  }
  const start = Math.min(...row.map(([left]) => left));
  return row.filter(([left, , width]) => left + width <= start + wide || left === start);
}
