import * as Y from 'yjs';
import { limits } from '../../../limits.ts';
import { thingsOf } from './scene.ts';
import type { ThingData, ThingId } from './thing.ts';

/** What changes in a thing; text has a way of its own (`write`). */
export type ThingChange = Partial<DistributedOmit<ThingData, 'kind' | 'text'>>;
type DistributedOmit<Data, Keys extends string> = Data extends unknown ? Omit<Data, Keys> : never;

/** What is the same when it is absent is not written. */
const absent: Readonly<Record<string, unknown>> = {
  ...{ group: null, frame: null, into: null, outcome: null, says: null, fixed: false },
};
const isAbsent = (key: string, value: unknown) =>
  value === absent[key] || (key === 'tags' && Array.isArray(value) && value.length === 0);

/** Whether a thing is one without this property. */
export const isOptional = (key: string): boolean => key in absent || key === 'tags';

/** Puts a thing on a board, within a transaction of the caller's. False when the board is full; then nothing changes. */
export function addThing(doc: Y.Doc, id: ThingId, data: ThingData): boolean {
  const things = thingsOf(doc);
  if (things.size >= limits.boardThings && !things.has(id)) return false;
  putThing(doc, id, data);
  return true;
}

/** Puts a thing on a board also where that is full: for what people have written already and must not lose. */
export function putThing(doc: Y.Doc, id: ThingId, data: ThingData): void {
  const map = new Y.Map<unknown>();
  for (const [key, value] of Object.entries(data)) {
    if (key === 'text') map.set(key, new Y.Text(String(value)));
    else if (!isAbsent(key, value)) map.set(key, value);
  }
  thingsOf(doc).set(id, map);
}

/** Changes properties of a thing that is there; of one that is gone nothing. */
export function changeThing(doc: Y.Doc, id: ThingId, change: ThingChange): void {
  const map = thingsOf(doc).get(id);
  if (!map) return;
  for (const [key, value] of Object.entries(change)) {
    if (isAbsent(key, value)) map.delete(key);
    else if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  }
}

/** Makes the text of a thing say this, by the one stretch that differs: what others write elsewhere in it stays. */
export function writeThing(doc: Y.Doc, id: ThingId, text: string): void {
  const shared = thingsOf(doc).get(id)?.get('text');
  if (!(shared instanceof Y.Text)) return;
  const before = shared.toString();
  const after = text.slice(0, limits.boardTextLength);
  const { at, gone, come } = difference(before, after);
  if (gone > 0) shared.delete(at, gone);
  if (come) shared.insert(at, come);
}

/** The shared text of a thing; null for a thing without one. */
export function textOf(doc: Y.Doc, id: ThingId): Y.Text | null {
  const shared = thingsOf(doc).get(id)?.get('text');
  return shared instanceof Y.Text ? shared : null;
}

/** Takes things off a board. */
export function removeThings(doc: Y.Doc, ids: Iterable<ThingId>): void {
  const things = thingsOf(doc);
  for (const id of ids) things.delete(id);
}

/** The one stretch in which two texts differ, never between the halves of a character. */
export function difference(before: string, after: string): { at: number; gone: number; come: string } {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  if (isSecondHalf(before, at) || isSecondHalf(after, at)) at -= 1;
  let same = 0;
  const most = Math.min(before.length, after.length) - at;
  while (same < most && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  if (same > 0 && (isSecondHalf(before, before.length - same) || isSecondHalf(after, after.length - same))) same -= 1;
  return { at, gone: before.length - at - same, come: after.slice(at, after.length - same) };
}

const isSecondHalf = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};
