import { historyHash } from '@multaqa/shared/documents/text-hash';
import type { DocumentReply } from '@multaqa/shared/documents/wire';
import type { Access } from '@multaqa/shared/kernel/documents';
import { limits } from '@multaqa/shared/limits';
import * as Y from 'yjs';
import { base64Of, bytesOf } from './base64.ts';
import { type Request, receiveWhole, sendWhole } from './transfer.ts';

/** Where what is written in a document is. */
export type Sync = {
  /** `away`: there is no line. `opening`: what each side lacks is exchanged. `open`: changes go both ways. `ended`: the server does not take it. */
  status: 'away' | 'opening' | 'open' | 'ended';
  access: Access | null;
  /** True once the server's document has been here. */
  hasArrived: boolean;
  /** True while something written here is not known to be on the server's disk. */
  isPending: boolean;
  /** Why it has ended. */
  refusal: string | null;
};

export type SyncPorts = {
  doc: Y.Doc;
  name: string;
  request: Request;
  changed(): void;
  /** Calls back after so many ms; returns how not to. */
  after(ms: number, act: () => void): () => void;
  /** Told of carets that are there already. */
  carets(carets: Extract<DocumentReply<'open'>, { ok: true }>['carets']): void;
};

export type Syncing = {
  now(): Sync;
  connected(): void;
  disconnected(): void;
  /** The server has sent a change. */
  update(bytes: string): void;
  access(access: Access | null): void;
  /** What was written here and is neither on its way nor with the server, in one update; null for nothing. */
  unsent(): Uint8Array | null;
  /** Compares with the server; false when both have the same history and say different things. */
  isSame(hash: () => string): Promise<boolean>;
  close(): void;
};

/** What marks a change that has come from the server. */
const fromServer = 'server';

/** What passes by itself, or after both sides have exchanged what they lack. */
const passing: readonly string[] = [
  ...['busy', 'too-fast', 'elsewhere', 'fault', 'unknown'],
  ...['documents.missing', 'documents.closed', 'not-permitted'],
];
/** How long (ms) an exchange that did not succeed waits; doubled with each failure. */
const pauses = { first: 400, longest: 8_000 };

type Opened = Extract<DocumentReply<'open'>, { ok: true }>;

/**
 * Keeps a document and the server's in step. What is written here goes out one update at a time, with everything that was written meanwhile
 * in the next one, and counts as saved when the server has it on its disk. Whenever the line is back, both first exchange what
 * the other lacks, by their state vectors (https://docs.yjs.dev/api/document-updates).
 */
export function syncDocument(ports: SyncPorts): Syncing {
  const { doc, name, request } = ports;
  const own: Own = {
    ports,
    sync: { status: 'away', access: null, hasArrived: false, isPending: false, refusal: null },
    unsent: [],
    isSending: false,
    line: 0,
    failures: 0,
    cancel: () => {},
  };
  const written = (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return;
    own.unsent.push(update);
    if (!own.sync.isPending) set(own, { isPending: true });
    send(own);
  };
  doc.on('update', written);

  return {
    now: () => own.sync,
    connected: () => restart(own),
    disconnected() {
      leaveLine(own);
      if (own.sync.status !== 'ended') set(own, { status: 'away' });
    },
    update: bytes => Y.applyUpdate(doc, bytesOf(bytes), fromServer),
    access(access) {
      if (access === null) {
        leaveLine(own);
        set(own, { status: 'ended', access, refusal: 'documents.closed' });
      } else if (access === 'write' || own.sync.status === 'ended') restart(own);
      else set(own, { access });
    },
    unsent: () => (own.unsent.length > 0 ? Y.mergeUpdates(own.unsent) : null),
    async isSame(hash) {
      if (own.sync.status !== 'open' || own.sync.isPending) return true;
      const answer = await request('check', { document: name, history: historyHash(doc), hash: hash() });
      return !answer.ok || answer.result !== 'different';
    },
    close() {
      leaveLine(own);
      doc.off('update', written);
    },
  };
}

type Own = {
  ports: SyncPorts;
  sync: Sync;
  /** What was written here and has not been sent. */
  unsent: Uint8Array[];
  isSending: boolean;
  /** Counts the lines: what was begun on an earlier one is of no concern to this one. */
  line: number;
  failures: number;
  cancel(): void;
};

function set(own: Own, change: Partial<Sync>): void {
  own.sync = { ...own.sync, ...change };
  own.ports.changed();
}

function leaveLine(own: Own): void {
  own.line += 1;
  own.cancel();
}

function restart(own: Own): void {
  leaveLine(own);
  begin(own, own.line);
}

function begin(own: Own, line: number): void {
  if (line !== own.line) return;
  set(own, { status: 'opening' });
  exchange(own, line).catch(() => again(own, line));
}

/** Exchanges what each side lacks once more, a moment later. */
function again(own: Own, line: number): void {
  if (line !== own.line) return;
  set(own, { status: 'opening' });
  const pause = Math.min(pauses.longest, pauses.first * 2 ** own.failures);
  own.failures += 1;
  own.cancel();
  own.cancel = own.ports.after(pause, () => begin(own, line));
}

async function exchange(own: Own, line: number): Promise<void> {
  const { doc, name, request } = own.ports;
  const vector = base64Of(Y.encodeStateVector(doc));
  const answer = await request('open', { document: name, client: doc.clientID, vector });
  if (line !== own.line) return;
  if (!answer.ok) {
    refused(own, answer.refusal);
    return;
  }
  const bytes = await receiveWhole(request, name, answer);
  if (line !== own.line) return;
  if (bytes instanceof Uint8Array) opened(own, answer, bytes);
  else refused(own, bytes.refusal);
}

/** The server's document is here: what it lacks goes there. */
function opened(own: Own, { access, vector, carets, since }: Opened, bytes: Uint8Array): void {
  const { doc } = own.ports;
  const isAhead = own.sync.isPending || isBeyond(doc, vector);
  // What an earlier visit kept may hold deletions that never arrived; no vector tells of them.
  const isDue = isAhead || (!own.sync.hasArrived && doc.store.clients.size > 0);
  Y.applyUpdate(doc, since === null ? bytes : Y.mergeUpdates([bytes, bytesOf(since)]), fromServer);
  own.failures = 0;
  // Everything that was written here and did not arrive is in the difference.
  own.unsent = access === 'write' && isDue ? [Y.encodeStateAsUpdate(doc, bytesOf(vector))] : [];
  const isPending = access === 'write' ? own.unsent.length > 0 : isAhead;
  set(own, { status: 'open', access, hasArrived: true, refusal: null, isPending });
  own.ports.carets(carets);
  send(own);
}

/** True when a document has pieces that one with this vector lacks. */
function isBeyond(doc: Y.Doc, vector: string): boolean {
  const theirs = Y.decodeStateVector(bytesOf(vector));
  const own = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...own].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
}

function send(own: Own): void {
  const { status, access } = own.sync;
  if (own.isSending || status !== 'open' || access !== 'write' || own.unsent.length === 0) return;
  const [first] = own.unsent;
  const together = own.unsent.length === 1 && first ? first : Y.mergeUpdates(own.unsent);
  own.unsent = [];
  own.isSending = true;
  const { line } = own;
  sendWhole(own.ports.request, own.ports.name, together).then(
    answer => {
      if (line === own.line && answer.ok && own.unsent.length === 0) set(own, { isPending: false });
      if (line === own.line && !answer.ok) {
        // Nothing goes out any more if it is for good; otherwise the next exchange finds all of it in the difference.
        own.unsent = [together, ...own.unsent];
        refused(own, answer.refusal);
      }
      own.ports.after(limits.documentPace, () => goOn(own));
    },
    () => {
      // Nobody knows whether it arrived; the next exchange finds out.
      again(own, line);
      goOn(own);
    },
  );
}

function goOn(own: Own): void {
  own.isSending = false;
  send(own);
}

function refused(own: Own, refusal: string): void {
  const isShut = refusal === 'documents.closed' && own.sync.status === 'opening';
  if (!isShut && passing.includes(refusal)) {
    again(own, own.line);
    return;
  }
  set(own, { status: 'ended', access: isShut ? null : own.sync.access, refusal });
}
