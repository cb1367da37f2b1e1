import type { ReactNode } from 'react';
import type { Moving } from './moving.ts';

/** A person as the board shows them, in words of the interface. */
export type Member = { person: string; name: string; town: string; languages: string };

/** A group, or those who are in none (`loose`), with its people in the order in which they stand; `mark` is null for a group without one. */
export type Column = { id: string; mark: number | null; name: string; members: readonly Member[] };

/** The column of those who are in no group; no group has this id. */
export const loose = 'loose';

/** What is said about people and groups on the board, in words, by their ids. */
export type Notes = {
  people: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, readonly string[]>;
};

/** How somebody is looked at: a glance, by passing over them, or opened, also by a key. */
export type Look = 'glance' | 'open' | 'open-by-key';

/** What this kind of groups is called where the board speaks of them. */
export type BoardWords = {
  /** Of a group without people, and of the column of the others when there are none. */
  empty: string;
  nobodyLoose: string;
  /** All groups, of which a small screen shows one. */
  strip: string;
};

/** What the board draws, and what it tells when somebody uses it. */
export type BoardProps<Shown extends Column = Column> = {
  columns: readonly Shown[];
  words: BoardWords;
  /** Who is chosen, while several people are. */
  chosen: ReadonlySet<string> | null;
  /** Whose card stands out. */
  opened: string | null;
  onTheWay: ReadonlySet<string>;
  notes: Notes;
  /** Null for who may look only. */
  moving: Moving | null;
  /** Null where nothing more is told of people. */
  onLook: ((person: string, how: Look) => void) | null;
  /** What stands in the head of a group below its name. */
  headOf(column: Shown): ReactNode;
};
