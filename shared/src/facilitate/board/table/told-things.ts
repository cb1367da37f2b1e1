import type { PersonId } from '../../../kernel/ids.ts';
import type { CountedVote } from '../board.state.ts';
import type { Thing, ThingId } from '../scene/thing.ts';

/**
 * What the report tells of a thing in words: its own, or the key of a sentence of a template; and who wrote it, where that was revealed
 * with their name.
 */
export type ToldThing = { id: ThingId; kind: Thing['kind']; text: string; says: string | null; by: PersonId | null };

/** The things that the report tells of: those that counted votes are about, and notes that were revealed with a name. */
export function toldThings(
  things: Iterable<Thing>,
  { results, areNamed }: { results: readonly CountedVote[]; areNamed: boolean },
): ToldThing[] {
  const voted = new Set(results.flatMap(({ frame, result }) => [...(frame ? [frame] : []), ...Object.keys(result)]));
  return Array.from(things, (thing): ToldThing => {
    const { id, kind } = thing;
    const by = areNamed ? thing.by : null;
    if (kind === 'image') return { id, kind, text: thing.alt, says: null, by };
    return 'text' in thing
      ? { id, kind, text: thing.text, says: thing.text ? null : thing.says, by }
      : { id, kind, text: '', says: null, by };
  }).filter(({ id, by, text }) => voted.has(id) || (by !== null && text !== ''));
}
