import type { Access } from '@multaqa/shared/kernel/documents';

/** A document that one tab has open. */
export type Opening = {
  readonly dialogue: string;
  readonly document: string;
  readonly person: string;
  /** The tab's connection. */
  readonly socket: string;
  /** The client id under which it writes; it is the person's. */
  client: number;
  access: Access;
  /** Bytes of an update that comes in parts. */
  upload: Uint8Array[];
  /** Base64 of what is given in parts. */
  download: string;
  tell: {
    access(access: Access | null): void;
    reload(): void;
    end(): void;
    /** Cuts the line of who reads so slowly that what waits for them outgrows their share of memory; they come back by their vector. */
    relieve(): void;
  };
};

/** Who has which document open. */
export type Openings = {
  add(opening: Opening): void;
  remove(opening: Opening): void;
  of(dialogue: string, document: string): ReadonlySet<Opening>;
  inDialogue(dialogue: string): Opening[];
  count(): number;
};

/** Nobody has anything open. */
export function openOpenings(): Openings {
  const perDialogue = new Map<string, Map<string, Set<Opening>>>();
  const none: ReadonlySet<Opening> = new Set();
  return {
    add(opening) {
      const documents = perDialogue.get(opening.dialogue) ?? new Map<string, Set<Opening>>();
      perDialogue.set(opening.dialogue, documents);
      const own = documents.get(opening.document) ?? new Set();
      documents.set(opening.document, own.add(opening));
    },
    remove({ dialogue, document, ...rest }) {
      const documents = perDialogue.get(dialogue);
      const own = documents?.get(document);
      for (const opening of own ?? []) if (opening.socket === rest.socket) own?.delete(opening);
      if (own?.size === 0) documents?.delete(document);
      if (documents?.size === 0) perDialogue.delete(dialogue);
    },
    of: (dialogue, document) => perDialogue.get(dialogue)?.get(document) ?? none,
    inDialogue: dialogue => [...(perDialogue.get(dialogue)?.values() ?? [])].flatMap(own => [...own]),
    count() {
      const documents = [...perDialogue.values()].flatMap(own => [...own.values()]);
      return documents.reduce((sum, { size }) => sum + size, 0);
    },
  };
}
