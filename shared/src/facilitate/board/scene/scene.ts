import * as Y from 'yjs';
import { firstOfPeople } from '../../../documents/names.ts';
import { limits } from '../../../limits.ts';
import { type Thing, ThingData, ThingId } from './thing.ts';

/** The things of a board by id, each as it is drawn. */
export type Scene = ReadonlyMap<ThingId, Thing>;

const none = { group: null, frame: null, into: null, outcome: null, says: null, fixed: false, tags: [], text: '' };

/** The part of a document that holds the things of a board, each a map of its own, so that two people change two properties of one thing. */
export const thingsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('things');

/** A thing as its map says it; null for what is none, whoever has put it there. */
export function readThing(id: string, map: unknown): Thing | null {
  if (!(map instanceof Y.Map) || !ThingId.safeParse(id).success) return null;
  const said: Record<string, unknown> = { ...none };
  for (const [key, value] of map.entries()) said[key] = value instanceof Y.Text ? textIn(value) : value;
  const thing = ThingData.safeParse(said);
  if (!thing.success) return null;
  const { by } = said;
  const isByServer = typeof by === 'string' && (map._map.get('by')?.id.client ?? firstOfPeople) < firstOfPeople;
  return { ...thing.data, id, client: map._item?.id.client ?? 0, by: isByServer ? by : null };
}

/** The words of a shared text; one that is too long is cut, so that nobody's words take a note off the board. */
const textIn = (text: Y.Text): string => text.toString().slice(0, limits.boardTextLength);

/** All things of a board; what is none is left out. */
export function readScene(doc: Y.Doc): Map<ThingId, Thing> {
  const scene = new Map<ThingId, Thing>();
  for (const [id, map] of thingsOf(doc).entries()) {
    const thing = readThing(id, map);
    if (thing) scene.set(id, thing);
  }
  return scene;
}

/** From what lies lowest to what lies highest. */
export const byHeight = (one: Thing, other: Thing): number =>
  Number(other.kind === 'frame') - Number(one.kind === 'frame') ||
  one.z - other.z ||
  (one.id < other.id ? -1 : Number(one.id > other.id));

/** The ids of things that these events of `thingsOf(doc).observeDeep` are about. */
export function touchedBy(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<ThingId> {
  const touched = new Set<ThingId>();
  for (const event of events) {
    const [id] = event.path;
    if (id !== undefined) touched.add(String(id));
    else for (const key of event.keys.keys()) touched.add(key);
  }
  return touched;
}
