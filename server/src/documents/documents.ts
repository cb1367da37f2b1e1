import { parseDocumentName } from '@multaqa/shared/documents/names';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Access } from '@multaqa/shared/kernel/documents';
import * as Y from 'yjs';
import type { IdentifyPorts } from '../dialogue/identify.ts';
import type { LiveDialogue } from '../dialogue/live-dialogue.ts';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sockets } from '../platform/sockets.ts';
import type { Store, Writer } from '../platform/store/store.ts';
import { base64Of } from './base64.ts';
import { openCarets } from './carets.ts';
import { openDecoder } from './decoder.ts';
import { openDocumentsGateway } from './documents.gateway.ts';
import type { DocumentFeature } from './feature.ts';
import { type HeldDocuments, openHeldDocuments } from './held-documents.ts';
import { type LoadedDocument, loadedFrom } from './loaded.ts';
import { openOpenings } from './openings.ts';
import { readingRequests } from './reading-requests.ts';
import type { Tab } from './requests.ts';
import { type Keeping, openVersions } from './versions.ts';
import { leaveDocument, writingRequests } from './writing-requests.ts';

/** What the rules of a dialogue say of its documents. `now` in ms since the epoch. */
export type DocumentPolicy = {
  access(state: State, person: string, document: string, now: number): Access | null;
  /** The parts of a state that access rests on; equal parts by reference mean equal answers. */
  reads(state: State): readonly unknown[];
  /** True where nobody is to see who wrote what. */
  hidesAuthors(state: State, document: string): boolean;
};

export type DocumentsPorts = IdentifyPorts & {
  store: Pick<Store, 'documents'>;
  clock: Clock;
  policy: DocumentPolicy;
  features: readonly DocumentFeature[];
};

export type DocumentFigures = { loaded: number; opened: number; writtenUpdates: number; decoderDeaths: number };

/** The documents of all dialogues that this node holds. */
export type Documents = {
  /** To be called in the turn of each commit: what people may do is asked again when something it rests on has changed. */
  committed(dialogue: string): void;
  /** Ends the connections of those whom a dialogue no longer admits; to be called in the turn of that commit. */
  recheck(dialogue: string): void;
  /** A dialogue was loaded: what was written and not noticed by those who react to it, before the last process ended, is told to them. */
  loaded(dialogue: string): void;
  /** Somebody is to be forgotten: no document in memory tells what they wrote. */
  forget(dialogue: string, person: string): void;
  /** A whole document in Yjs' first form, also when nobody has it open; null when nobody has written into it. */
  read(dialogue: string, name: string): Promise<Uint8Array | null>;
  /** How many updates a document in memory has had; null for one that is not in memory. Two answers that are alike mean that nothing was written between. */
  position(dialogue: string, name: string): number | null;
  /** Whose each client id of a document is; null where nobody is to see who wrote what. */
  authors(dialogue: string, name: string): Promise<ReadonlyMap<number, Writer> | null>;
  /** Changes a document by the same way as everybody. Rejects when that could not be written. */
  edit(dialogue: string, name: string, by: Writer, change: (doc: Y.Doc) => void): Promise<void>;
  /** Keeps what a document is now, such as what was signed off. */
  keep(dialogue: string, name: string, keeping: Keeping): Promise<'added' | 'full'>;
  /** Lets go of what nobody uses; happens by itself now and then. */
  sweep(): Promise<void>;
  figures(): DocumentFigures;
  close(): Promise<void>;
};

/** From one look for documents that nobody uses, and for what time alone has changed, to the next; in ms. */
const sweepPause = 15_000;

/** Opens the door for documents. */
export function openDocuments(io: Sockets, ports: DocumentsPorts): Documents {
  const { store, dialogues, clock, logger } = ports;
  const decoder = openDecoder(logger);
  const openings = openOpenings();
  const versions = openVersions(store, clock);
  let written = 0;
  const carets = openCarets(clock, (dialogue, document, told) =>
    gateway.tell({ dialogue, document, but: null, isKept: false }, 'carets', document, told),
  );
  const { access, hidesAuthors, hasMoved } = openAccess(ports);

  const held = openHeldDocuments(dialogues, {
    ...{ store, decoder, clock, logger, features: ports.features },
    isOpen: (dialogue, name) => openings.of(dialogue, name).size > 0,
    changed(dialogue, document, { update, people, from }) {
      written += people.length;
      for (const { tell } of openings.of(dialogue, document)) tell.relieve();
      gateway.tell({ dialogue, document, but: from, isKept: true }, 'update', document, base64Of(update));
    },
    lost(dialogue, why) {
      for (const { tell } of openings.inDialogue(dialogue)) {
        if (why === 'fenced') tell.end();
        else tell.reload();
      }
    },
  });
  const requestPorts = { store, logger, openings, carets, versions, held: held.count, access, hidesAuthors };
  const handlers = { ...writingRequests(requestPorts), ...readingRequests(requestPorts) };
  const gateway = openDocumentsGateway(io, { ...ports, carets, handlers, documentsOf: held.of, left });

  function left(tab: Tab, document: string): void {
    leaveDocument(tab, document, requestPorts);
    const documents = held.known(tab.dialogue);
    const last = documents?.held(document);
    if (!documents || !last || openings.of(tab.dialogue, document).size > 0) return;
    const keeping = versions.keepByItself(documents, last.loaded);
    void background(logger, keeping, 'a version of a document could not be kept', { dialogue: tab.dialogue, document });
  }

  function askAgain(dialogue: string): void {
    for (const opening of openings.inDialogue(dialogue)) {
      const now = access(dialogue, opening.person, opening.document);
      if (now === opening.access) continue;
      if (now) opening.access = now;
      if (now !== 'write') carets.remove(opening);
      opening.tell.access(now);
    }
  }

  const inHand = async (dialogue: string, name: string) => {
    const documents = await held.of(dialogue);
    if (documents === null || typeof documents === 'string') throw new Error(`no documents: ${documents ?? 'unknown'}`);
    return { documents, loaded: (await documents.open(name, false)).loaded };
  };

  const stopSweeping = again(clock, sweepPause, () => {
    for (const dialogue of held.dialogues()) askAgain(dialogue);
    return background(logger, held.sweep(), 'documents could not be let go');
  });

  return {
    committed(dialogue) {
      if (hasMoved(dialogue)) askAgain(dialogue);
    },
    recheck: gateway.recheck,
    loaded: dialogue =>
      void background(logger, tellUnnoticed(ports, held, dialogue), 'documents could not be noticed', { dialogue }),
    forget: (dialogue, person) => held.known(dialogue)?.forget(person),
    read: (dialogue, name) => readDocument(ports, held.known(dialogue)?.held(name)?.loaded ?? null, dialogue, name),
    position: (dialogue, name) => held.known(dialogue)?.held(name)?.loaded.position ?? null,
    async authors(dialogue, name) {
      if (hidesAuthors(dialogue, name)) return null;
      const known = held.known(dialogue)?.held(name)?.loaded.owners;
      if (known) return new Map(known);
      const { clients } = await store.documents.load(dialogue, name);
      return new Map(clients.map(({ client, person }) => [client, person]));
    },
    async edit(dialogue, name, by, change) {
      const { documents, loaded } = await inHand(dialogue, name);
      await documents.writing.edit(loaded, by, change);
    },
    async keep(dialogue, name, keeping) {
      const { documents, loaded } = await inHand(dialogue, name);
      const kept = await versions.keep(documents, loaded, keeping);
      if (kept === 'fenced') throw new Error('another node holds the dialogue');
      return kept;
    },
    sweep: held.sweep,
    figures: () => ({
      loaded: held.count(),
      opened: openings.count(),
      writtenUpdates: written,
      decoderDeaths: decoder.deaths(),
    }),
    async close() {
      stopSweeping();
      await held.close();
      await decoder.close();
    },
  };
}

/** What the newest states say of documents; where a dialogue is not in memory, nobody may do anything. */
function openAccess({ dialogues, policy }: DocumentsPorts) {
  const reads = new WeakMap<LiveDialogue, readonly unknown[]>();
  return {
    access(dialogue: string, person: string, document: string): Access | null {
      const live = dialogues.loaded(dialogue);
      return live && policy.access(live.runner.state(), person, document, live.now());
    },
    hidesAuthors(dialogue: string, document: string): boolean {
      const live = dialogues.loaded(dialogue);
      return !live || policy.hidesAuthors(live.runner.state(), document);
    },
    /** True when something that access rests on has changed since this was asked last. */
    hasMoved(dialogue: string): boolean {
      const live = dialogues.loaded(dialogue);
      if (!live) return false;
      const [before, now] = [reads.get(live), policy.reads(live.runner.state())];
      reads.set(live, now);
      return before?.length !== now.length || now.some((part, at) => part !== before[at]);
    },
  };
}

/** Opens what was not noticed; it is let go of again when it is. */
async function tellUnnoticed(
  { store, features }: DocumentsPorts,
  held: HeldDocuments,
  dialogue: string,
): Promise<void> {
  const kinds = new Set(features.map(({ kind }) => kind));
  const names = (await store.documents.unnoticed(dialogue)).filter(name =>
    kinds.has(parseDocumentName(name)?.kind ?? ''),
  );
  const documents = names.length > 0 ? await held.of(dialogue) : null;
  if (documents === null || typeof documents === 'string') return;
  for (const name of names) await documents.open(name, false);
}

async function readDocument(
  { store, logger }: Pick<DocumentsPorts, 'store' | 'logger'>,
  known: LoadedDocument | null,
  dialogue: string,
  name: string,
): Promise<Uint8Array | null> {
  if (known) return known.position > 0 ? Y.encodeStateAsUpdate(known.doc) : null;
  const kept = await store.documents.load(dialogue, name);
  if (kept.at === 0) return null;
  const { doc } = loadedFrom(name, kept, (at, error) =>
    logger.error({ error, dialogue, name, at }, 'an update of a document cannot be put in'),
  );
  return Y.encodeStateAsUpdate(doc);
}

/** Does something again and again, each time so many ms after it was done; returns how to stop. */
function again(clock: Pick<Clock, 'at' | 'now'>, pause: number, act: () => Promise<void>): () => void {
  let cancel = () => {};
  const later = () => {
    cancel = clock.at(clock.now() + pause, () => void act().then(later));
  };
  later();
  return () => cancel();
}
