import { inOrder, type Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { type OutcomeKind, outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { fold } from '../../../platform/fold.ts';

/** What of the register is shown: kinds (none chosen is all), one room or all, and words that must occur. */
export type RegisterFilter = { kinds: readonly OutcomeKind[]; room: string | null; words: string };

export const everything: RegisterFilter = { kinds: [], room: null, words: '' };

/** By what the register is grouped. */
export const groupings = ['kind', 'room', 'municipality', 'owner'] as const;
export type Grouping = (typeof groupings)[number];

/** Outcomes that belong together; `key` is what they share, null for those without. */
export type Group = { key: string | null; outcomes: readonly Registered[] };

/** The outcomes that a filter lets through, in the register's order. Words are compared without case, marks and forms of Arabic letters. */
export function filtered(outcomes: Iterable<Registered>, { kinds, room, words }: RegisterFilter): Registered[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return inOrder(outcomes).filter(
    one =>
      (kinds.length === 0 || kinds.includes(one.kind)) &&
      (room === null || one.room === room) &&
      (wanted.length === 0 || saysAll(one, wanted)),
  );
}

function saysAll(one: Registered, words: readonly string[]): boolean {
  const { title, text, translation, municipality, subtopic } = one;
  const said = fold([title, text, translation?.title, translation?.text, municipality, subtopic].join('\n'));
  return words.every(word => said.includes(word));
}

const keyOf: Record<Grouping, (one: Registered) => string | null> = {
  kind: one => one.kind,
  room: one => one.room,
  municipality: one => one.municipality,
  owner: one => one.owner,
};

/** The outcomes in groups, kinds in their order, the others as they first occur; those without a key come last. */
export function grouped(outcomes: readonly Registered[], by: Grouping): Group[] {
  const keys = [...new Set(outcomes.map(keyOf[by]))];
  const rank = (key: string | null) =>
    key === null
      ? Number.POSITIVE_INFINITY
      : by === 'kind'
        ? outcomeKinds.indexOf(key as OutcomeKind)
        : keys.indexOf(key);
  return keys
    .sort((a, b) => rank(a) - rank(b))
    .map(key => ({ key, outcomes: outcomes.filter(one => keyOf[by](one) === key) }));
}
