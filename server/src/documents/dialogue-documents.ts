import { limits } from '@multaqa/shared/limits';
import type * as Y from 'yjs';
import { openFaults } from '../dialogue/faults.ts';
import type { LiveDialogue } from '../dialogue/live-dialogue.ts';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Store } from '../platform/store/store.ts';
import type { Decoder } from './decoder.ts';
import type { DocumentFeature } from './feature.ts';
import { type LoadedDocument, loadedFrom } from './loaded.ts';
import { type Followers, openWatching, type Watching } from './watching.ts';
import { startSaving } from './whole.ts';
import { type Change, startWriting, type Writing } from './writing.ts';

/** A document in memory with those who follow it; `usedAt` is an instant of the monotonic clock, `seeded` ends when its first content is in it. */
export type HeldDocument = {
  loaded: LoadedDocument;
  followers: Followers;
  usedAt: number;
  seeded: Promise<void> | null;
  /** All of it at a position, packed once for those who come one after another. */
  whole: { position: number; vector: Uint8Array; packed: Promise<string> } | null;
};

export type DialogueDocumentsPorts = {
  store: Pick<Store, 'documents'>;
  decoder: Decoder;
  clock: Clock;
  logger: Logger;
  features: readonly DocumentFeature[];
  /** True while somebody has the document open. */
  isOpen(dialogue: string, name: string): boolean;
  /** Called in the turn in which a document has changed. */
  changed(dialogue: string, name: string, change: Change): void;
  /** Called once when what is in memory is given up: who has a document open is to open it again. */
  lost(dialogue: string, why: 'fenced' | 'again'): void;
};

/** The documents of one dialogue, for as long as this node holds it by this lease. */
export type DialogueDocuments = {
  live: LiveDialogue;
  writing: Writing;
  /** The document in memory. `seeds`: one that nobody has written into gets its first content. */
  open(name: string, seeds: boolean): Promise<HeldDocument>;
  held(name: string): HeldDocument | null;
  size(): number;
  /** Writes what has grown as a whole, and lets go of what nobody has had open for a while. */
  sweep(): Promise<void>;
  /** Waits for what is being written, and writes everything as a whole. */
  close(): Promise<void>;
  /** What somebody wrote is nobody's from now on; their client ids stay taken. */
  forget(person: string): void;
  /** Lets go of everything at once: another lease has begun. */
  giveUp(): void;
  isLost(): boolean;
};

/** Begins without any document in memory. */
export function openDialogueDocuments(live: LiveDialogue, ports: DialogueDocumentsPorts): DialogueDocuments {
  const { store, clock, logger, features } = ports;
  const dialogue = live.dialogue;
  const faults = openFaults(logger, dialogue);
  const watching = openWatching(dialogue, features, faults, (name, at) => store.documents.notice(dialogue, name, at));
  const saveWhole = startSaving(live, store, faults);
  const held = new Map<string, HeldDocument>();
  const loading = new Map<string, Promise<HeldDocument>>();
  let isLost = false;

  const writing = startWriting({
    ...{ decoder: ports.decoder, clock, guardOf: watching.guardOf },
    append: batches => live.fenced(lease => store.documents.append(lease, clock.now(), batches)),
    changed,
    lost,
    failed: error => void faults.log(error, 'documents could not be written'),
  });

  function changed(loaded: LoadedDocument, change: Change): void {
    held.get(loaded.name)?.followers.changed();
    ports.changed(dialogue, loaded.name, change);
    if (loaded.position - loaded.snapshotAt >= limits.updatesPerSnapshot)
      void background(logger, save(loaded), 'a document could not be written as a whole', { dialogue });
  }

  function lost(why: 'fenced' | 'conflict' | 'broken', error?: unknown): void {
    if (why !== 'fenced') faults.log(error ?? new Error(why), 'documents are loaded again');
    if (isLost) return;
    drop();
    ports.lost(dialogue, why === 'fenced' ? 'fenced' : 'again');
  }

  function drop(): void {
    isLost = true;
    for (const { followers } of held.values()) followers.close();
    held.clear();
  }

  const save = async (document: LoadedDocument) => (await saveWhole(document)) || lost('fenced');

  async function load(name: string): Promise<HeldDocument> {
    const kept = await store.documents.load(dialogue, name);
    const loaded = loadedFrom(name, kept, (at, error) =>
      faults.log(error, 'an update of a document cannot be put in', { document: name, at }),
    );
    const document: HeldDocument = {
      loaded,
      followers: watching.watch(loaded),
      usedAt: clock.monotonic(),
      seeded: null,
      whole: null,
    };
    if (isLost) document.followers.close();
    else held.set(name, document);
    document.followers.changed();
    return document;
  }

  function loadOnce(name: string): Promise<HeldDocument> {
    const work = loading.get(name) ?? load(name).finally(() => loading.delete(name));
    loading.set(name, work);
    return work;
  }

  const isUnused = ({ loaded: { name }, usedAt }: HeldDocument) =>
    clock.monotonic() - usedAt > limits.idleDocument && !ports.isOpen(dialogue, name);

  async function finish({ loaded, followers }: HeldDocument): Promise<boolean> {
    await save(loaded);
    return followers.haveNoticed();
  }

  async function letGo(document: HeldDocument): Promise<void> {
    const { loaded, followers } = document;
    const isNoticed = await finish(document);
    // Somebody may have asked for it while it was written.
    const isIdle = isNoticed && isUnused(document) && loaded.position === loaded.snapshotAt;
    if (!isIdle || held.get(loaded.name) !== document) return;
    held.delete(loaded.name);
    followers.close();
  }

  return {
    live,
    writing,
    async open(name, seeds) {
      const document = held.get(name) ?? (await loadOnce(name));
      document.usedAt = clock.monotonic();
      if (seeds && document.loaded.position === 0)
        await seedOnce(document, seed => writing.edit(document.loaded, 'engine', seed), watching);
      return document;
    },
    held: name => held.get(name) ?? null,
    size: () => held.size,
    sweep: () => oneByOne([...held.values()].filter(isUnused), letGo),
    async close() {
      await writing.idle();
      await oneByOne([...held.values()], finish);
      drop();
    },
    forget: person => forgetIn(held.values(), person),
    giveUp: () => lost('fenced'),
    isLost: () => isLost,
  };
}

/** Gives a document that nobody has written into its first content, once. */
function seedOnce(
  document: HeldDocument,
  edit: (seed: (doc: Y.Doc) => void) => Promise<void>,
  { seedOf }: Watching,
): Promise<void> {
  const seed = document.seeded === null ? seedOf(document.loaded.name) : null;
  document.seeded ??= seed ? edit(seed) : Promise.resolve();
  return document.seeded;
}

function forgetIn(documents: Iterable<HeldDocument>, person: string): void {
  for (const { loaded } of documents)
    for (const [client, owner] of loaded.owners) if (owner === person) loaded.owners.set(client, null);
}

async function oneByOne(
  documents: readonly HeldDocument[],
  act: (document: HeldDocument) => Promise<unknown>,
): Promise<void> {
  for (const document of documents) await act(document);
}
