/** Values that survive JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The change from one JSON value to another, as small as its parts allow:
 * `['=', value]` replaces, `['{', { key: patch | 0 }]` changes keys of an object (0 removes one),
 * `['[', at, removed, inserted]` splices a list, `['.', at, patch]` changes one item of a list, `['&', patches]` does one after another.
 */
export type Patch =
  | readonly ['=', Json]
  | readonly ['{', { readonly [key: string]: Patch | 0 }]
  | readonly ['[', number, number, readonly Json[]]
  | readonly ['.', number, Patch]
  | readonly ['&', readonly Patch[]];

/** The patch that turns `before` into `after`; null when they are equal. Unchanged parts that are the same object cost nothing. */
export function diff(before: Json | undefined, after: Json): Patch | null {
  if (before === after) return null;
  if (isList(before) && isList(after)) return diffLists(before, after);
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after);
  return ['=', after];
}

/** `apply(before, diff(before, after))` equals `after`; `before` is not changed. */
export function apply(before: Json | undefined, patch: Patch): Json {
  if (patch[0] === '=') return patch[1];
  if (patch[0] === '{') return applyToRecord(isRecord(before) ? before : {}, patch[1]);
  if (patch[0] === '&') return patch[1].reduce<Json>((value, one) => apply(value, one), before ?? null);
  const list = isList(before) ? before : [];
  if (patch[0] === '.') return list.map((item, at) => (at === patch[1] ? apply(item, patch[2]) : item));
  const [, at, removed, inserted] = patch;
  return [...list.slice(0, at), ...inserted, ...list.slice(at + removed)];
}

type JsonRecord = { readonly [key: string]: Json | undefined };

// A key may be called `toString` or `__proto__`: only what a record owns counts.
const own = (record: JsonRecord, key: string): Json | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

function applyToRecord(before: JsonRecord, changes: { readonly [key: string]: Patch | 0 }): Json {
  const after = new Map(Object.entries(before));
  for (const [key, change] of Object.entries(changes)) {
    if (change === 0) after.delete(key);
    else after.set(key, apply(after.get(key), change));
  }
  return Object.fromEntries(after);
}

function diffRecords(before: JsonRecord, after: JsonRecord): Patch | null {
  const changes: [key: string, change: Patch | 0][] = [];
  for (const [key, value] of Object.entries(before)) {
    if (value !== undefined && own(after, key) === undefined) changes.push([key, 0]);
  }
  for (const [key, value] of Object.entries(after)) {
    const change = value === undefined ? null : diff(own(before, key), value);
    if (change) changes.push([key, change]);
  }
  return changes.length > 0 ? ['{', Object.fromEntries(changes)] : null;
}

function diffLists(before: readonly Json[], after: readonly Json[]): Patch | null {
  // A window that slid over a long list: what left it at the front, then what came at the end.
  const slid = after[0] === undefined ? 0 : before.indexOf(after[0]);
  if (slid > 0) {
    const front: Patch = ['[', 0, slid, []];
    const rest = diffLists(before.slice(slid), after);
    return rest ? ['&', [front, rest]] : front;
  }
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const removed = before.length - head - tail;
  const inserted = after.slice(head, after.length - tail);
  if (removed === 0 && inserted.length === 0) return null;
  const item = inserted[0];
  if (removed === 1 && inserted.length === 1 && item !== undefined) {
    const change = diff(before[head], item);
    return change && ['.', head, change];
  }
  return ['[', head, removed, inserted];
}

const same = (a: Json | undefined, b: Json | undefined): boolean => a === b || (b !== undefined && diff(a, b) === null);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
