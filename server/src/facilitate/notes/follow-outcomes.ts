import { readOutcome } from '@multaqa/shared/facilitate/notes/document/read-outcomes';
import type { NoteKind, Outcome, WrittenOutcome } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Id, PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type * as Y from 'yjs';
import { clientOf, outcomeElements, rememberReadings } from './outcome-elements.ts';

/** What following a document's outcomes needs. */
export type OutcomePorts = {
  /** What the register knows of this document. */
  known(): readonly Outcome[];
  /** True for an outcome that another document holds. */
  isElsewhere(outcome: Id): boolean;
  /** Carries out a command of the notes in the engine's name; rejects when it was not carried out and is to be tried again. */
  tell(command: { kind: 'notes.read'; input: Outcome } | { kind: 'notes.miss'; input: Missing }): Promise<void>;
  personOf(client: number): PersonId | null;
  /** Resolves a moment later: what is typed meanwhile is read together. */
  pause(): Promise<void>;
};

type Missing = { room: RoomId; document: NoteKind; outcomes: Id[] };

/** The document that is followed, and how it is called. */
export type Followed = { kind: NoteKind; room: RoomId; name: string; doc: Y.Doc };

/**
 * Reads a document's outcomes into the register. Each reading compares the whole document with what the register knows, so that
 * whatever happened between them – edits, splits, undos, pastes, a server that was killed – leaves one fact for each difference.
 */
export function followOutcomes({ kind, room, name, doc }: Followed, ports: OutcomePorts) {
  const readings = rememberReadings<Omit<WrittenOutcome, 'outcome'>>(doc);
  let waiting: Promise<void> | null = null;
  let telling: Promise<void> = Promise.resolve();
  let isOpen = true;

  async function read(): Promise<void> {
    const known = new Map(ports.known().map(one => [one.outcome, one]));
    const elements = outcomeElements(doc, name, ports.isElsewhere);
    const gone = [...known.keys()].filter(outcome => !elements.has(outcome));
    if (gone.length > 0) await ports.tell({ kind: 'notes.miss', input: { room, document: kind, outcomes: gone } });
    for (const [outcome, element] of elements) {
      const client = clientOf(element);
      const found = known.get(outcome);
      const input = {
        ...readings.of(element, () => readOutcome(element, outcome)),
        ...{ outcome, room, document: kind },
        by: found ? found.by : client === null ? null : ports.personOf(client),
      };
      if (!found || !isSame(input, found)) await ports.tell({ kind: 'notes.read', input });
    }
  }

  return {
    /** To be called after the document was loaded and after each change. Resolves when the register knows of it. */
    changed(): Promise<void> {
      waiting ??= ports.pause().then(() => {
        waiting = null;
        // Whoever waited for the last reading was told of its failure; this one begins where that one stopped.
        const next = async () => (isOpen ? read() : undefined);
        telling = telling.then(next, next);
        return telling;
      });
      return waiting;
    },
    close(): void {
      isOpen = false;
      readings.close();
    },
  };
}

const isSame = (a: Outcome, b: Outcome): boolean =>
  (Object.keys(a) as (keyof Outcome)[]).every(key => JSON.stringify(a[key]) === JSON.stringify(b[key]));
