/**
 * A list that grows at its end for as long as a session lasts, kept in chunks: to add or to change an item copies one chunk,
 * and what has not changed stays the same object, so that neither views nor snapshots pay for it again.
 */
export type Chunked<Item> = {
  /** Chunks of `chunkSize` items. */
  readonly full: readonly (readonly Item[])[];
  readonly last: readonly Item[];
};

export const chunkSize = 128;

export const emptyList: Chunked<never> = { full: [], last: [] };

/** How many items a list has. */
export const sizeOf = ({ full, last }: Chunked<unknown>): number => full.length * chunkSize + last.length;

/** The list with one more item at its end. */
export function append<Item>({ full, last }: Chunked<Item>, item: Item): Chunked<Item> {
  const longer = [...last, item];
  return longer.length < chunkSize ? { full, last: longer } : { full: [...full, longer], last: [] };
}

/** The item at an index; undefined outside of the list. */
export function itemAt<Item>({ full, last }: Chunked<Item>, index: number): Item | undefined {
  const at = Math.floor(index / chunkSize);
  return (at === full.length ? last : full[at])?.[index % chunkSize];
}

/** The list with another item in the place of one that is there; it keeps the key by which `indexOf` finds it. */
export function replaceAt<Item extends object>(list: Chunked<Item>, index: number, item: Item): Chunked<Item> {
  const { full, last } = list;
  const [at, within] = [Math.floor(index / chunkSize), index % chunkSize];
  const chunk = full[at];
  if (!chunk) return { full, last: last.with(within, item) };
  const changed = chunk.with(within, item);
  const known = indexes.get(chunk);
  if (known) indexes.set(changed, known);
  return { full: full.with(at, changed), last };
}

/** Where the first item is that holds; every item after it must hold, too. The size of the list when none does. */
export function firstIndex<Item>(list: Chunked<Item>, holds: (item: Item) => boolean): number {
  let [low, high] = [0, sizeOf(list)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = itemAt(list, middle);
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the item with a key is, or -1. A list must always be searched by the same kind of key. */
export function indexOf<Item>({ full, last }: Chunked<Item>, key: string, keyOf: (item: Item) => string): number {
  // What is looked for was mostly said a moment ago.
  const recent = last.findIndex(item => keyOf(item) === key);
  if (recent >= 0) return full.length * chunkSize + recent;
  for (let at = full.length - 1; at >= 0; at -= 1) {
    const found = indexOfChunk(full[at] ?? [], keyOf).get(key);
    if (found !== undefined) return at * chunkSize + found;
  }
  return -1;
}

const indexes = new WeakMap<object, ReadonlyMap<string, number>>();

function indexOfChunk<Item>(chunk: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const known = indexes.get(chunk);
  if (known) return known;
  const index = new Map(chunk.map((item, at) => [keyOf(item), at]));
  indexes.set(chunk, index);
  return index;
}

export function* itemsOf<Item>({ full, last }: Chunked<Item>): Generator<Item> {
  for (const chunk of full) yield* chunk;
  yield* last;
}
