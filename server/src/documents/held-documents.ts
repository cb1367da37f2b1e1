import type { Dialogues } from '../dialogue/dialogues.ts';
import { background } from '../platform/background.ts';
import { type DialogueDocuments, type DialogueDocumentsPorts, openDialogueDocuments } from './dialogue-documents.ts';

/** The documents of the dialogues that this node holds. */
export type HeldDocuments = {
  /** Those of a dialogue, or why this node does not have them; null when there is no such dialogue. */
  of(dialogue: string): Promise<DialogueDocuments | 'elsewhere' | 'quarantined' | null>;
  /** Those in memory. */
  known(dialogue: string): DialogueDocuments | null;
  dialogues(): string[];
  /** How many documents are in memory. */
  count(): number;
  sweep(): Promise<void>;
  close(): Promise<void>;
};

/** Begins with nothing in memory. */
export function openHeldDocuments(
  dialogues: Pick<Dialogues, 'loaded' | 'open'>,
  ports: DialogueDocumentsPorts,
): HeldDocuments {
  const all = new Map<string, DialogueDocuments>();
  const lost: DialogueDocumentsPorts['lost'] = (dialogue, why) => {
    all.delete(dialogue);
    ports.lost(dialogue, why);
  };
  return {
    async of(dialogue) {
      const live = dialogues.loaded(dialogue) ?? (await dialogues.open(dialogue));
      if (live === null || typeof live === 'string') return live;
      const known = all.get(dialogue);
      if (known?.live === live) return known;
      // What was read under another lease may be older than what is on disk.
      known?.giveUp();
      const documents = openDialogueDocuments(live, { ...ports, lost });
      all.set(dialogue, documents);
      return documents;
    },
    known: dialogue => all.get(dialogue) ?? null,
    dialogues: () => [...all.keys()],
    count: () => [...all.values()].reduce((sum, documents) => sum + documents.size(), 0),
    async sweep() {
      for (const documents of [...all.values()]) await documents.sweep();
    },
    async close() {
      for (const documents of [...all.values()])
        await background(ports.logger, documents.close(), 'documents could not be written as a whole');
    },
  };
}
