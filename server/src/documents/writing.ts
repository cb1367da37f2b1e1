import type { DocumentRefusal } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import type { EngineRefusal } from '@multaqa/shared/protocol';
import * as Y from 'yjs';
import type { Clock } from '../platform/clock.ts';
import type { AppendResult, DocumentBatch, Writer } from '../platform/store/store.ts';
import { base64Of } from './base64.ts';
import type { Decoder, Found } from './decoder.ts';
import { entriesOf } from './entries.ts';
import type { Guard } from './feature.ts';
import { judge, type Standing } from './gate.ts';
import { depthIn, hasPlace, isDeletedIn, type LoadedDocument, putInto, updateBy } from './loaded.ts';

/** What somebody is told of what they wrote. */
export type Written = { ok: true; position: number } | { ok: false; refusal: DocumentRefusal | EngineRefusal };

/** One update of a person on its way to the disk; `from` names the connection that need not be told of it. Null bytes: only the client id is taken. */
export type Update = {
  document: LoadedDocument;
  person: string;
  from: string;
  bytes: Uint8Array;
  /** A client id that is the person's from now on. */
  claims: number | null;
  /** Asked when its turn has come: what somebody may do changes while they write. */
  mayWrite(): boolean;
  answer(written: Written): void;
};

type Edit = {
  document: LoadedDocument;
  by: Writer;
  change(doc: Y.Doc): void;
  done(error: unknown): void;
};

/** What one turn has put into a document: in Yjs' first form, by whom, and whose connection knows it already. */
export type Change = { update: Uint8Array; people: readonly Writer[]; from: string | null };

export type WritingPorts = {
  decoder: Pick<Decoder, 'read'>;
  clock: Clock;
  guardOf(document: LoadedDocument): Guard | null;
  append(batches: readonly DocumentBatch[]): Promise<AppendResult>;
  /** Called in the turn in which something was put in, after those who wrote it were answered. */
  changed(document: LoadedDocument, change: Change): void;
  /** What is in memory is no longer what is on disk: this node may no longer write, or what was written cannot be put in. */
  lost(why: 'fenced' | 'conflict' | 'broken', error?: unknown): void;
  failed(error: unknown): void;
};

export type Writing = {
  add(update: Update): void;
  /** A change of the server's own. Rejects when it could not be written. */
  edit(document: LoadedDocument, by: Writer, change: (doc: Y.Doc) => void): Promise<void>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<unknown>;
};

type Batch = DocumentBatch & { document: string; loaded: LoadedDocument; taken: Update[]; bytes: Uint8Array[] };

/**
 * Writes the documents of one dialogue, in turns: what waits is read and judged together, committed in one transaction, put in, and only
 * then acknowledged and told. A lone update has its turn at once; what comes within a tick waits for the next one.
 */
export function startWriting(ports: WritingPorts): Writing {
  const { decoder, clock } = ports;
  let updates: Update[] = [];
  let edits: Edit[] = [];
  let running: Promise<void> | null = null;
  let begunAt = Number.NEGATIVE_INFINITY;

  function wake(): void {
    running ??= run().finally(() => {
      running = null;
      if (updates.length + edits.length > 0) wake();
    });
  }

  async function run(): Promise<void> {
    const wait = begunAt + limits.documentTick - clock.monotonic();
    if (wait > 0) await new Promise<void>(resolve => clock.at(clock.now() + wait, resolve));
    begunAt = clock.monotonic();
    const together = updates;
    const changes = edits;
    [updates, edits] = [[], []];
    if (together.length > 0) await writeAll(together);
    for (const edit of changes) await carryOut(edit);
  }

  async function writeAll(together: readonly Update[]): Promise<void> {
    let waiting: readonly Update[] = together;
    try {
      const found = await decoder.read(together.map(({ bytes }) => bytes));
      const batches = judged(together, found, ports.guardOf);
      waiting = batches.flatMap(({ taken }) => taken);
      const result = batches.some(isWritten) ? await ports.append(batches.filter(isWritten).map(rowsOf)) : 'appended';
      if (result === 'appended') return batches.forEach(putIn);
      for (const { answer } of waiting) answer(refusal('elsewhere'));
      ports.lost(result);
    } catch (error) {
      // Nobody knows what is on disk; whoever sends it again finds out.
      ports.failed(error);
      for (const { answer } of waiting) answer(refusal('busy'));
    }
  }

  function putIn(batch: Batch): void {
    const { loaded, taken, bytes, clients, updates: rows } = batch;
    for (const { client, person } of clients) loaded.owners.set(client, person);
    loaded.position += rows.length;
    const update = bytes.length > 0 ? applied(loaded, bytes) : null;
    for (const { answer } of taken) answer({ ok: true, position: loaded.position });
    const senders = new Set(taken.map(({ from }) => from));
    const [from = null] = senders.size === 1 ? senders : [];
    if (update) ports.changed(loaded, { update, people: rows.map(({ person }) => person), from });
  }

  function applied(loaded: LoadedDocument, bytes: readonly Uint8Array[]): Uint8Array | null {
    const { change, error } = putInto(loaded, bytes);
    for (const { length } of bytes) loaded.size += length;
    if (error !== null) ports.lost('broken', error);
    return error === null ? change : null;
  }

  async function carryOut({ document, by, change, done }: Edit): Promise<void> {
    try {
      const update = updateBy(document.doc, change);
      if (!update) return done(null);
      const row = { person: by, base64: base64Of(update) };
      const batch: DocumentBatch = { document: document.name, after: document.position, updates: [row], clients: [] };
      const result = await ports.append([batch]);
      if (result !== 'appended') {
        ports.lost(result);
        return done(new Error(result));
      }
      document.position += 1;
      const told = applied(document, [update]);
      done(null);
      if (told) ports.changed(document, { update: told, people: [by], from: null });
    } catch (error) {
      done(error);
    }
  }

  const idle = async (): Promise<void> => {
    if (running === null) return;
    await running;
    await idle();
  };

  return {
    add(update) {
      if (updates.length >= limits.documentQueue) return update.answer(refusal('busy'));
      updates.push(update);
      wake();
    },
    edit: (document, by, change) =>
      new Promise((resolve, reject) => {
        edits.push({ document, by, change, done: error => (error === null ? resolve() : reject(error)) });
        wake();
      }),
    idle,
  };
}

/** Judges updates in their order, and answers those that are refused. */
function judged(updates: readonly Update[], found: readonly Found[], guardOf: WritingPorts['guardOf']): Batch[] {
  const batches = new Map<LoadedDocument, { standing: Standing; batch: Batch }>();
  for (const [at, update] of updates.entries()) {
    const { document, person, bytes } = update;
    const known = batches.get(document) ?? {
      standing: standingOf(document, guardOf(document)),
      batch: emptyBatch(document),
    };
    batches.set(document, known);
    const { standing, batch } = known;
    const verdict = verdictOn(update, found[at] ?? null, standing);
    if (!verdict.ok) {
      update.answer(verdict);
      continue;
    }
    batch.taken.push(update);
    batch.clients = [...batch.clients, ...verdict.claims];
    if (!verdict.isNew) continue;
    batch.bytes.push(bytes);
    batch.updates = [...batch.updates, { person, base64: base64Of(bytes) }];
  }
  return [...batches.values()].map(({ batch }) => batch);
}

function verdictOn(update: Update, found: Found, standing: Standing): ReturnType<typeof judge> {
  const { document, person, bytes, claims, mayWrite } = update;
  if (!mayWrite()) return refusal('not-permitted');
  if (!hasPlace(document, bytes.length)) return refusal('documents.full');
  const asked = claims !== null && found ? { ...found, clients: [{ client: claims, from: 0, to: 0 }] } : found;
  return judge(asked, person, standing);
}

const standingOf = ({ doc, owners }: LoadedDocument, guard: Guard | null): Standing => ({
  clockOf: client => Y.getState(doc.store, client),
  moved: new Map(),
  depthOf: id => depthIn(doc, id),
  isDeleted: range => isDeletedIn(doc, range),
  owners,
  claimed: new Map(),
  objection(contents, person) {
    if (!guard || person === null) return null;
    const entries = entriesOf(doc, contents);
    // Who rests on what is being written at this moment is told to try again.
    return entries === null ? 'busy' : guard(entries, person);
  },
});

const emptyBatch = (loaded: LoadedDocument): Batch => ({
  document: loaded.name,
  after: loaded.position,
  updates: [],
  clients: [],
  loaded,
  taken: [],
  bytes: [],
});

const isWritten = ({ updates, clients }: Batch): boolean => updates.length + clients.length > 0;

const rowsOf = ({ document, after, updates, clients }: Batch): DocumentBatch => ({ document, after, updates, clients });

const refusal = (code: DocumentRefusal | EngineRefusal): { ok: false; refusal: DocumentRefusal | EngineRefusal } => ({
  ok: false,
  refusal: code,
});
