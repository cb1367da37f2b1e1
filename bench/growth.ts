import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from '@hocuspocus/server';
import { addThing, changeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { noteOf, thingId } from '@multaqa/shared/facilitate/board/scene/scene.samples';
import * as Y from 'yjs';
import { packWhole, readWhole } from '../server/src/documents/wholes.ts';
import { sayings } from './live/sayings.ts';
import { installPeers, requirePeer } from './peers.ts';
import { median } from './rtp.ts';

/**
 * What a board weighs after it was used for long (goal P4): 500 stickies, of which five people drag some, 20,000 steps in all, twenty to
 * a drag; then it is loaded cold. Beside a plain Y.Map that keeps x and y at each step, the same in a document of Hocuspocus 4.7, and a room of
 * tldraw sync 5.4, which keeps each step; in one run, each loaded in a process of its own: once with words on each sticky, once without.
 * Ours is kept packed, as the server keeps it, and loaded from that. `node --expose-gc bench/growth.ts`
 */
const [stickies, steps, people, stepsPerDrag, loads] = [500, 20_000, 5, 20, 21];
const vocabulary = Object.values(sayings).flat().join(' ').split(' ');
/** Some words in one language or two, others on each sticky; none where stickies are empty. */
const wordsFor = (at: number, wordy: boolean): string =>
  wordy ? Array.from({ length: 11 }, (_, word) => vocabulary[(at * 7 + word) % vocabulary.length]).join(' ') : '';

const kinds = ['multaqa', 'plain', 'hocuspocus', 'tldraw'] as const;
type Kind = (typeof kinds)[number];
type Loaded = { ms: number; heap: number };

async function compare(wordy: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'multaqa-growth-'));
  const made: Record<Kind, () => Promise<Uint8Array> | Uint8Array> = {
    multaqa: async () => Buffer.from(await packWhole(used(putThing(wordy), dropThing))),
    plain: () => used(putPlain(wordy), movePlain),
    hocuspocus: () => usedByHocuspocus(wordy),
    tldraw: () => usedByTldraw(wordy),
  };
  const results = new Map<Kind, Loaded & { bytes: number }>();
  for (const kind of kinds) {
    const path = join(folder, kind);
    writeFileSync(path, await made[kind]());
    const told = execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), kind, path], {
      encoding: 'utf8',
    });
    results.set(kind, { ...(JSON.parse(told) as Loaded), bytes: statSync(path).size });
  }
  const ours = results.get('multaqa');
  console.log(wordy ? 'with words' : 'without words');
  for (const [kind, { bytes, ms, heap }] of results) {
    const ratios = ours && [ours.bytes / bytes, ours.ms / ms, ours.heap / heap].map(one => one.toFixed(2)).join(', ');
    console.log(
      `${kind.padEnd(11)} ${(bytes / 1024).toFixed(0)} kB, loaded in ${ms.toFixed(1)} ms, ${(heap / 1024).toFixed(0)} kB of heap; multaqa / ${kind}: ${ratios}`,
    );
  }
}

type Put = (doc: Y.Doc, at: number) => void;
type Move = (doc: Y.Doc, at: number, place: readonly [number, number], step: number) => void;

const putThing =
  (wordy: boolean): Put =>
  (doc, at) =>
    void addThing(doc, thingId(at), noteOf(wordsFor(at, wordy), { at: [at * 10, at, 200, 200, 0] }));
/** A drag is told in passing; the drop alone is written. */
const dropThing: Move = (doc, at, [x, y], step) => {
  if (step % stepsPerDrag === stepsPerDrag - 1) changeThing(doc, thingId(at), { at: [x, y, 200, 200, 0] });
};

const putPlain =
  (wordy: boolean): Put =>
  (doc, at) => {
    const sticky = new Y.Map<unknown>(Object.entries({ x: at * 10, y: at, width: 200, height: 200, colour: 'yellow' }));
    sticky.set('text', new Y.Text(wordsFor(at, wordy)));
    doc.getMap('things').set(thingId(at), sticky);
  };
const movePlain: Move = (doc, at, [x, y]) => {
  const sticky = doc.getMap<Y.Map<unknown>>('things').get(thingId(at));
  doc.transact(() => {
    sticky?.set('x', x);
    sticky?.set('y', y);
  });
};

/** Who drags what where, step by step: the same for everybody. */
function* drags(): Generator<{ who: number; at: number; place: [number, number]; step: number }> {
  for (let step = 0; step < steps; step += 1) {
    const drag = Math.floor(step / stepsPerDrag);
    const at = (drag * 7919) % stickies;
    yield { who: drag % people, at, place: [(drag * 31 + step * 3) % 4_000, (drag * 17 + step) % 3_000], step };
  }
}

/** What five people leave behind who have one document open. */
function used(put: Put, move: Move): Uint8Array {
  const docs = Array.from({ length: people }, () => new Y.Doc());
  for (const doc of docs)
    doc.on('update', (update, from) => {
      if (from !== 'line') for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'line');
    });
  const doc = (who: number) => docs[who] as Y.Doc;
  for (let at = 0; at < stickies; at += 1) doc(at % people).transact(() => put(doc(at % people), at));
  for (const { who, at, place, step } of drags()) move(doc(who), at, place, step);
  return Y.encodeStateAsUpdate(doc(0));
}

async function usedByHocuspocus(wordy: boolean): Promise<Uint8Array> {
  const { hocuspocus } = new Server({ quiet: true });
  const { document, ...connection } = await open();
  for (let at = 0; at < stickies; at += 1) await connection.change(doc => putPlain(wordy)(doc, at));
  for (const { at, place, step } of drags()) await connection.change(doc => movePlain(doc, at, place, step));
  return Y.encodeStateAsUpdate(document());

  async function open() {
    const direct = await hocuspocus.openDirectConnection('board');
    return {
      change: (act: (doc: Y.Doc) => void) => direct.transact(act),
      document: () => direct.document as Y.Doc,
    };
  }
}

/** What is used of tldraw's server. */
type TldrawRoom = {
  getCurrentSnapshot(): unknown;
  updateStore(update: (store: { get(id: string): object | null; put(record: object): void }) => void): Promise<void>;
};
type Tldraw = { TLSocketRoom: new (options: { schema: unknown; initialSnapshot?: unknown }) => TldrawRoom };
const tldrawSchema = () => (requirePeer('@tldraw/tlschema') as { createTLSchema(): unknown }).createTLSchema();
const tldrawRoom = (initialSnapshot?: unknown) =>
  new (requirePeer('@tldraw/sync-core') as Tldraw).TLSocketRoom({
    ...{ schema: tldrawSchema() },
    ...(initialSnapshot === undefined ? {} : { initialSnapshot }),
  });

async function usedByTldraw(wordy: boolean): Promise<Uint8Array> {
  const room = tldrawRoom();
  const idOf = (at: number) => `shape:${thingId(at)}`;
  await room.updateStore(store => {
    for (let at = 0; at < stickies; at += 1) store.put(tldrawNote(idOf(at), at, wordsFor(at, wordy)));
  });
  for (const { at, place, step } of drags()) {
    const [x, y] = place;
    if (step % 1_000 === 0) await new Promise(resolve => setImmediate(resolve));
    await room.updateStore(store => {
      const note = store.get(idOf(at));
      if (note) store.put({ ...note, x, y });
    });
  }
  return new TextEncoder().encode(JSON.stringify(room.getCurrentSnapshot()));
}

const tldrawNote = (id: string, at: number, words: string): object => ({
  ...{
    id,
    typeName: 'shape',
    type: 'note',
    x: at * 10,
    y: at,
    rotation: 0,
    index: `a1${String(at).padStart(4, '0')}V`,
  },
  ...{ parentId: 'page:page', isLocked: false, opacity: 1, meta: {} },
  props: {
    ...{ color: 'yellow', labelColor: 'black', size: 'm', font: 'draw', fontSizeAdjustment: 1 },
    ...{ align: 'middle', verticalAlign: 'middle', growY: 0, url: '', scale: 1, textLastEditedBy: null },
    richText: { type: 'doc', content: [{ type: 'paragraph', content: words ? [{ type: 'text', text: words }] : [] }] },
  },
});

/** Loads what was kept, cold, some times: the median of its time (ms), and the heap of one of them (bytes). */
async function measureLoad(kind: Kind, path: string): Promise<Loaded> {
  const kept = new Uint8Array(readFileSync(path));
  const load = (): unknown => {
    if (kind === 'tldraw') return tldrawRoom(JSON.parse(new TextDecoder().decode(kept)));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, kind === 'multaqa' ? readWhole(Buffer.from(kept).toString()) : kept);
    return doc;
  };
  const times: number[] = [];
  for (let at = 0; at < loads; at += 1) {
    const begun = performance.now();
    load();
    times.push(performance.now() - begun);
  }
  const held: unknown[] = [];
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let at = 0; at < 10; at += 1) held.push(load());
  globalThis.gc?.();
  return { ms: median(times), heap: (process.memoryUsage().heapUsed - before) / held.length };
}

const [, , asked, file] = process.argv;
if (asked !== undefined && file !== undefined) console.log(JSON.stringify(await measureLoad(asked as Kind, file)));
else {
  installPeers();
  for (const wordy of [true, false]) await compare(wordy);
}
process.exit(0);
