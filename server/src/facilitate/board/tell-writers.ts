import type { PersonId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type * as Y from 'yjs';

/** What telling who writes needs. Instants in ms since the epoch. */
export type WritersPorts = {
  /** Whose a client id is; null for the server's own. */
  personOf(client: number): PersonId | null;
  now(): number;
  /** Resolves a moment later: who writes meanwhile is told together. */
  pause(): Promise<void>;
  /** Says that these people have written; rejects when nobody has heard it. */
  tell(people: PersonId[]): Promise<void>;
};

/**
 * Tells who writes into a document: everybody once in a while, as often as it counts for the exchange. Who moves or changes something
 * writes; who only removes adds nothing that others could take up, and does not count as heard.
 */
export function tellWriters(doc: Y.Doc, { personOf, now, pause, tell }: WritersPorts) {
  const toldAt = new Map<PersonId, number>();
  const waiting = new Set<PersonId>();
  let telling: Promise<void> | null = null;
  const look = ({ beforeState, afterState }: Y.Transaction) => {
    for (const [client, clock] of afterState) {
      if (clock <= (beforeState.get(client) ?? 0)) continue;
      const person = personOf(client);
      const last = person === null ? null : (toldAt.get(person) ?? Number.NEGATIVE_INFINITY);
      if (person !== null && last !== null && now() - last >= limits.contributionPause) waiting.add(person);
    }
  };
  doc.on('afterTransaction', look);

  async function tellAll(): Promise<void> {
    await pause();
    telling = null;
    const people = [...waiting];
    waiting.clear();
    for (const person of people) toldAt.set(person, now());
    if (people.length > 0) await tell(people);
  }

  return {
    /** To be called after each change; resolves when those who have written since are told of. */
    changed(): Promise<void> {
      if (waiting.size > 0) telling ??= tellAll();
      return telling ?? Promise.resolve();
    },
    close: () => doc.off('afterTransaction', look),
  };
}
