import type { PersonId } from '../../kernel/ids.ts';
import { type Language, languages } from '../../kernel/languages.ts';
import { type Guest, meets } from './guest.ts';

/** How the people of a room understand each other. People of whom no language is known count as understanding. */
export type Understanding = {
  /** Languages that everybody speaks. */
  shared: readonly Language[];
  /** True when they share none and interpreters reach everybody. */
  isInterpreted: boolean;
  /** Languages of most people, joined by interpreters; of equals those that come first. Empty when nothing is known. */
  most: readonly Language[];
  /** Whom these languages do not reach. */
  without: readonly PersonId[];
};

/**
 * Which languages a room can talk in. An interpreter joins the languages that they speak (all of them, when nothing is known of
 * theirs), and two who share a language work by relay; what they join reaches everybody who speaks one of it.
 */
export function understandingOf(guests: readonly Guest[]): Understanding {
  const speaking = guests.filter(guest => meets(guest) && guest.languages.length > 0);
  const shared = languages.filter(language => speaking.every(guest => guest.languages.includes(language)));
  if (speaking.length === 0) return { shared: [], isInterpreted: false, most: [], without: [] };
  const lost = (joined: readonly Language[]) =>
    speaking.filter(guest => !guest.languages.some(language => joined.includes(language)));
  const [best = []] = joinedBy(guests.filter(guest => !meets(guest)))
    .map(joined => ({ joined, lost: lost(joined).length }))
    .sort((a, b) => a.lost - b.lost || a.joined.length - b.joined.length)
    .map(({ joined }) => joined);
  const without = lost(best).map(({ person }) => person);
  return { shared, isInterpreted: shared.length === 0 && without.length === 0, most: best, without };
}

/** True when everybody of these understands everybody. */
export const canTalk = (guests: readonly Guest[]): boolean => understandingOf(guests).without.length === 0;

/** Each language alone, and those that interpreters join. */
function joinedBy(interpreters: readonly Guest[]): Language[][] {
  let joined: Language[][] = [];
  for (const { languages: spoken } of interpreters) {
    const own = spoken.length > 0 ? spoken : languages;
    const near = joined.filter(group => group.some(language => own.includes(language)));
    const all = new Set([...near.flat(), ...own]);
    joined = [...joined.filter(group => !near.includes(group)), languages.filter(language => all.has(language))];
  }
  return [...languages.map(language => [language]), ...joined];
}
