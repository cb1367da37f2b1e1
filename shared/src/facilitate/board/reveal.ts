import type * as Y from 'yjs';
import type { Jot, Round } from './board.state.ts';
import { changeThing, putThing } from './scene/edits.ts';
import { type Bounds, boxOf, unionOf } from './scene/geometry.ts';
import { thingBounds } from './scene/outline.ts';
import { readScene, type Scene, thingsOf } from './scene/scene.ts';
import type { Box, Thing, ThingData, ThingId } from './scene/thing.ts';

/** How large a note is, how far notes lie from each other, and from the edge of a frame with its heading, in units of the board. */
const size = 200;
const gap = 20;
const edge = 24;
const heading = 64;

/** A private note and the thing that it becomes. */
export type Revealed = { thing: ThingId; jot: Jot };

/**
 * Puts the notes of a round on a board, in rows within their frame, or beside everything that is there. What was put there before stays
 * as it is, also where somebody has removed it since: this may be done again at any time. Where names are hidden, neither a note nor the
 * order of the notes tells who wrote them; `revealed` must then be in an order that does not.
 */
export function revealOn(
  doc: Y.Doc,
  { names, frame }: Pick<Round, 'names' | 'frame'>,
  revealed: readonly Revealed[],
): void {
  const things = thingsOf(doc);
  const fresh = revealed.filter(({ thing }) => !things._map.has(thing));
  const scene = readScene(doc);
  const found = frame === null ? undefined : scene.get(frame);
  const into = found?.kind === 'frame' ? found : null;
  const places = into ? placesIn(scene, into.id, into.at, fresh.length) : placesBeside(scene, fresh.length);
  const highest = Math.max(0, ...[...scene.values()].map(({ z }) => z));
  for (const [at, { thing, jot }] of fresh.entries()) {
    const place = places[at];
    if (!place) continue;
    putThing(doc, thing, noteOf(jot, place, highest + 1 + at, into?.id ?? null));
    if (names === 'shown') things.get(thing)?.set('by', jot.person);
  }
  const bottom = Math.max(0, ...places.map(([, y, , height]) => y + height));
  if (!into || bottom + edge <= into.at[1] + into.at[3]) return;
  const [x, y, width, , turn] = into.at;
  changeThing(doc, into.id, { at: [x, y, width, bottom + edge - y, turn] });
}

const noteOf = ({ text, colour }: Jot, at: Box, z: number, frame: ThingId | null): ThingData => ({
  ...{ kind: 'note', at, colour, text, says: null, z, frame },
  ...{ group: null, into: null, outcome: null, fixed: false, tags: [] },
});

/** Rows of notes from here on, so many beside each other. */
const rows = (count: number, columns: number, [left, top]: readonly [number, number]): Box[] =>
  Array.from({ length: count }, (_, at) =>
    boxOf(left + (at % columns) * (size + gap), top + Math.floor(at / columns) * (size + gap), size, size),
  );

/** Below what lies in the frame already. */
function placesIn(scene: Scene, frame: ThingId, [x, y, width]: Box, count: number): Box[] {
  const within = boundsIn(scene, thing => thing.frame === frame);
  const top = Math.max(y + heading, ...within.map(([, above, , height]) => above + height + gap));
  const columns = Math.max(1, Math.floor((width - 2 * edge + gap) / (size + gap)));
  return rows(count, columns, [x + edge, top]);
}

/** To the right of everything, in a square. */
function placesBeside(scene: Scene, count: number): Box[] {
  const all = unionOf(boundsIn(scene, () => true));
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return rows(count, columns, all ? [all[0] + all[2] + 4 * gap, all[1]] : [0, 0]);
}

const boundsIn = (scene: Scene, isMeant: (thing: Thing) => boolean): Bounds[] =>
  [...scene.values()].filter(isMeant).map(thing => thingBounds(scene, thing));
