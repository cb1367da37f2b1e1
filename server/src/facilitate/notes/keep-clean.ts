import type { Stray } from '@multaqa/shared/facilitate/notes/document/flaws';
import { removeStray, strayAfter, strayIn } from '@multaqa/shared/facilitate/notes/document/stray';
import type * as Y from 'yjs';

/** What keeping a document clean needs. */
export type CleanPorts = {
  /** Changes the document in the server's name, by the way that all changes go. */
  remove(change: (doc: Y.Doc) => void): Promise<void>;
  pause(): Promise<void>;
  /** Told what was taken out. */
  report(stray: readonly Stray[]): void;
};

/**
 * Takes out of a document what does not belong into a note, whoever has put it there. All of it is looked through when it is
 * loaded, and afterwards the blocks that change.
 */
export function keepClean(doc: Y.Doc, { remove, pause, report }: CleanPorts) {
  let isSuspect = strayIn(doc).length > 0;
  let waiting: Promise<void> | null = null;
  const look = (transaction: Y.Transaction) => {
    isSuspect ||= strayAfter(doc, transaction).length > 0;
  };
  doc.on('afterTransaction', look);

  async function clean(): Promise<void> {
    await pause();
    waiting = null;
    isSuspect = false;
    try {
      await remove(changed => report(removeStray(changed, 'server')));
    } catch (error) {
      // Whoever calls again finds that it is still to be done.
      isSuspect = true;
      throw error;
    }
  }

  return {
    /** To be called after each change; resolves when the document is clean. */
    changed(): Promise<void> {
      if (isSuspect) waiting ??= clean();
      return waiting ?? Promise.resolve();
    },
    close: () => doc.off('afterTransaction', look),
  };
}
