import type { DocumentRefusal } from '@multaqa/shared/documents/wire';
import type { EngineRefusal } from '@multaqa/shared/protocol';
import type * as Y from 'yjs';
import type { Entry } from './decode.ts';

/** A document that a slice follows; it is to be read and never written to. */
export type FollowedDocument = {
  dialogue: string;
  name: string;
  doc: Y.Doc;
  /** Whose a client id is; null for the server's own, and of one who was forgotten. */
  personOf(client: number): string | null;
};

/**
 * What a slice has against an update of somebody before it is written; null for nothing. `entries` are those of the document that it
 * writes into or deletes from. One guard judges the updates of one turn, each in its order.
 */
export type Guard = (entries: readonly Entry[], person: string) => DocumentRefusal | EngineRefusal | null;

/** What a slice does with documents of its kind. What it throws costs that call alone. */
export type DocumentFeature = {
  kind: string;
  /** The first content of a document that nobody has written into; null for none. */
  seed?(dialogue: string, name: string): ((doc: Y.Doc) => void) | null;
  guard?(dialogue: string, name: string, doc: Y.Doc): Guard;
  /** Called when a document is loaded. */
  open?(document: FollowedDocument): Watcher;
};

/** Who follows a document while it is in memory. */
export type Watcher = {
  /**
   * Called after the document was loaded and after each turn that has changed it, when that is on disk. Resolves when what it is to
   * have noticed then is noticed; what was not is told again, also by another process.
   */
  changed(): Promise<void>;
  close(): void;
};
