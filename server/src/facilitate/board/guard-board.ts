import { thingsOf } from '@multaqa/shared/facilitate/board/scene/scene';
import { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { PersonId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type * as Y from 'yjs';
import type { Guard } from '../../documents/feature.ts';

/** The part of a board's document that holds its things (`thingsOf`). */
const root = 'things';

/**
 * What is written on a board: things and nothing beside them, as many as a board holds, and nothing in what hosts have locked. Hosts
 * change that too.
 */
export function guardBoard(doc: Y.Doc, locked: ReadonlySet<string>, isHost: (person: PersonId) => boolean): Guard {
  const things = thingsOf(doc);
  /** With what was judged before this one. */
  const added = new Set<string>();
  return (entries, person) => {
    if (entries.some(entry => entry.root !== root || !ThingId.safeParse(entry.key).success)) return 'malformed';
    const keys = entries.flatMap(({ key }) => key ?? []);
    if (keys.some(key => locked.has(key)) && !isHost(person)) return 'documents.locked';
    const fresh = keys.filter(key => !things.has(key) && !added.has(key));
    if (fresh.length > 0 && things.size + added.size + fresh.length > limits.boardThings) return 'documents.crowded';
    for (const key of fresh) added.add(key);
    return null;
  };
}
