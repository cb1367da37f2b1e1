import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';

/** The pieces and clients that one update of a person may have. */
export const limitsOfUpdates = { structs: limits.documentStructs, clients: limits.clientsPerUpdate };

/** What an update speaks for and rests on; clocks as Yjs counts them. */
export type Contents = {
  /** From which clock to which (exclusive) it has pieces of a client, without a gap. */
  clients: readonly { client: number; from: number; to: number }[];
  /** How far a client must have come for everything that the update refers to. */
  needs: readonly { client: number; upTo: number }[];
  /** What it deletes. */
  deletions: readonly { client: number; clock: number; length: number }[];
  /** How deep parts of the update lie in each other, below pieces that are there already, and below the document itself (null). */
  depths: readonly { below: Below | null; depth: number }[];
  /** Into which entries of the document it writes: named by itself, or by a piece that is there already and lies in them. */
  touched: readonly (Entry | { below: Below })[];
};

type Below = Ids & { how: 'inside' | 'beside' };

/** An entry of what the document itself holds under a name: `key` null in a list. */
export type Entry = { root: string; key: string | null };

type Read = ReturnType<typeof Y.decodeUpdate>;
type Struct = Read['structs'][number];
type Ids = { client: number; clock: number };
type Ranges = ReadonlyMap<number, { from: number; to: number }>;

/**
 * Reads an update in Yjs' first form without applying it. Null for what is none: bytes that cannot be read or are left over,
 * gaps, pieces that refer to themselves or in a circle, documents within documents, and more pieces or clients than allowed.
 */
export function readContents(bytes: Uint8Array, most: { structs: number; clients: number }): Contents | null {
  const update = decoded(bytes);
  if (!update || update.structs.length > most.structs) return null;
  const perClient = grouped(update.structs);
  if (!perClient || perClient.size > most.clients) return null;
  const ranges = new Map([...perClient].map(([client, structs]) => [client, rangeOf(structs)]));
  const needs = needsOf([...referred(update.structs), ...deletedBy(update)], ranges);
  const places = needs && placesIn(perClient, ranges);
  if (!needs || !places) return null;
  return {
    clients: [...ranges].map(([client, range]) => ({ client, ...range })),
    needs: [...needs].map(([client, upTo]) => ({ client, upTo })),
    deletions: [...update.ds.clients].flatMap(([client, deleted]) =>
      deleted.map(({ clock, len: length }) => ({ client, clock, length })),
    ),
    ...places,
  };
}

function decoded(bytes: Uint8Array): Read | null {
  let decoder: Y.UpdateDecoderV1 | undefined;
  class Watched extends Y.UpdateDecoderV1 {
    constructor(from: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
      super(from);
      decoder = this;
    }
  }
  try {
    const update = Y.decodeUpdateV2(bytes, Watched);
    const rest = decoder?.restDecoder;
    return rest && rest.pos === rest.arr.length ? update : null;
  } catch {
    // Whatever it is, it is no update.
    return null;
  }
}

/** The pieces of each client in order; null when something is missing between two of them. */
function grouped(structs: readonly Struct[]): Map<number, Struct[]> | null {
  const perClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip || !(struct.length > 0)) return null;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentDoc) return null;
    const own = perClient.get(struct.id.client) ?? [];
    const last = own.at(-1);
    if (last && last.id.clock + last.length !== struct.id.clock) return null;
    own.push(struct);
    if (own.length === 1) perClient.set(struct.id.client, own);
    if (!Number.isSafeInteger(struct.id.clock + struct.length)) return null;
  }
  return perClient;
}

function rangeOf(structs: readonly Struct[]): { from: number; to: number } {
  const [first, last] = [structs[0], structs.at(-1)];
  return { from: first?.id.clock ?? 0, to: last ? last.id.clock + last.length : 0 };
}

/** The ids that a piece refers to. */
function refersTo(struct: Struct): Ids[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin } = struct;
  // A piece that was only read names its parent by its id, or by a name where that is the document itself.
  const parent = struct.parent as unknown;
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter(id => id !== null);
}

/** What the pieces refer to, each as how far its client must have come; `before`: the piece of the same client that refers to it. */
type Reference = { client: number; upTo: number; before: number };

function* referred(structs: readonly Struct[]): Generator<Reference> {
  for (const struct of structs)
    for (const { client, clock } of refersTo(struct))
      yield {
        client,
        upTo: clock + 1,
        before: client === struct.id.client ? struct.id.clock : Number.MAX_SAFE_INTEGER,
      };
}

function* deletedBy({ ds }: Read): Generator<Reference> {
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) yield { client, upTo: clock + len, before: Number.MAX_SAFE_INTEGER };
}

/** How far other clients must have come; null when a piece refers to itself or to what comes later. */
function needsOf(references: readonly Reference[], ranges: Ranges): Map<number, number> | null {
  const needs = new Map<number, number>();
  for (const { client, upTo, before } of references) {
    if (upTo > before || !Number.isSafeInteger(upTo)) return null;
    const range = ranges.get(client);
    if (!range || upTo > range.to) needs.set(client, Math.max(needs.get(client) ?? 0, upTo));
  }
  return needs;
}

/** `entry`: null below a piece that is there already, and where nothing is written into. */
type Place = { below: Below | null; depth: number; entry: Entry | null };

/**
 * Puts the pieces in one after another, as Yjs does: each after all that it refers to. How deep they come to lie in each other and what
 * they are written into, or null when they refer to each other in a circle.
 */
function placesIn(
  perClient: ReadonlyMap<number, readonly Struct[]>,
  ranges: Ranges,
): Pick<Contents, 'depths' | 'touched'> | null {
  const next = new Map([...perClient.keys()].map(client => [client, 0]));
  const places = new Map<Struct, Place>();
  const structAt = (id: Ids) => {
    const range = ranges.get(id.client);
    return range && id.clock >= range.from && id.clock < range.to
      ? find(perClient.get(id.client) ?? [], id.clock)
      : null;
  };
  const isThere = (id: Ids) => {
    const struct = structAt(id);
    return struct === null || places.has(struct);
  };
  const depths = new Map<string, Contents['depths'][number]>();
  const touched = new Map<string, Contents['touched'][number]>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const [client, structs] of perClient) {
      let at = next.get(client) ?? 0;
      for (let struct = structs[at]; struct && refersTo(struct).every(isThere); struct = structs[at]) {
        const place = placeOf(struct, id => places.get(structAt(id) as Struct));
        places.set(struct, place);
        touch(touched, place);
        if (opens(struct)) deepen(depths, place);
        at += 1;
        moved = true;
      }
      next.set(client, at);
    }
  }
  const isWhole = [...perClient].every(([client, structs]) => next.get(client) === structs.length);
  return isWhole ? { depths: [...depths.values()], touched: [...touched.values()] } : null;
}

/** The piece that has this clock. */
function find(structs: readonly Struct[], clock: number): Struct | null {
  let [low, high] = [0, structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (!struct) return null;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return null;
}

/** True for a piece in which others can lie. */
const opens = (struct: Struct): boolean => struct instanceof Y.Item && struct.content instanceof Y.ContentType;

/** Where a piece comes to lie: inside the parent that it names, or beside the piece that it was written next to. */
function placeOf(struct: Struct, known: (id: Ids) => Place | undefined): Place {
  if (!(struct instanceof Y.Item)) return nowhere;
  const parent = struct.parent as unknown;
  if (parent instanceof Y.ID) {
    const place = known(parent);
    return place
      ? { ...place, depth: place.depth + 1 }
      : { below: { ...idOf(parent), how: 'inside' }, depth: 1, entry: null };
  }
  if (typeof parent === 'string') return { below: null, depth: 1, entry: { root: parent, key: struct.parentSub } };
  const neighbour = struct.origin ?? struct.rightOrigin;
  if (parent || !neighbour) return { ...nowhere, depth: 1 };
  return known(neighbour) ?? { below: { ...idOf(neighbour), how: 'beside' }, depth: 0, entry: null };
}

const nowhere: Place = { below: null, depth: 0, entry: null };

const idOf = ({ client, clock }: Ids): Ids => ({ client, clock });

const keyOf = ({ how, client, clock }: Below): string => `${how} ${client} ${clock}`;

function deepen(depths: Map<string, Contents['depths'][number]>, { below, depth }: Place): void {
  const key = below ? keyOf(below) : '';
  const before = depths.get(key);
  if (!before || before.depth < depth) depths.set(key, { below, depth });
}

function touch(touched: Map<string, Contents['touched'][number]>, { below, entry }: Place): void {
  if (below) touched.set(keyOf(below), { below });
  else if (entry) touched.set(JSON.stringify(entry), entry);
}
