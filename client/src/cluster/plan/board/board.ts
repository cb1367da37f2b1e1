import type { ReactNode } from 'react';
import type { Looked } from '../workshop.ts';
import type { Column } from './columns.ts';
import type { Moving } from './moving.ts';

/** What is said about people and clusters on the board, in words, by their ids. */
export type Notes = {
  people: ReadonlyMap<string, string>;
  clusters: ReadonlyMap<string, readonly string[]>;
};

/** What the board draws, and what it tells when somebody uses it. */
export type BoardProps = {
  columns: readonly Column[];
  /** Who is chosen, while several people are. */
  chosen: ReadonlySet<string> | null;
  /** Whose card stands out. */
  opened: string | null;
  onTheWay: ReadonlySet<string>;
  notes: Notes;
  /** Null for who may look only. */
  moving: Moving | null;
  onLook(person: string, how: Looked['how']): void;
  /** What stands in the head of a cluster below its name. */
  headOf(column: Column): ReactNode;
};
