import type { TextDirection } from '../../../../kernel/direction.ts';
import type { Language } from '../../../../kernel/languages.ts';
import type { OutcomeKind } from '../../outcomes.ts';

/** How a run of words is set. `change`: somebody suggests to add or to remove it. */
export type Look = {
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  code?: true;
  link?: string;
  change?: 'added' | 'removed';
  /** A person's name. */
  name?: true;
};

/** Words that are set alike; `\n` alone is the break of a line. */
export type Run = { text: string } & Look;

/** A block of a file. `dir`: how its own words run; a list, a table or a quote runs like the first words in it. */
export type Block =
  | { kind: 'paragraph'; dir: TextDirection; runs: readonly Run[] }
  | { kind: 'heading'; level: 1 | 2 | 3; dir: TextDirection; runs: readonly Run[] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | { kind: 'quote'; dir: TextDirection; blocks: readonly Block[] }
  | { kind: 'list'; dir: TextDirection; marker: Marker; start: number; items: readonly Item[] }
  | { kind: 'table'; dir: TextDirection; columns: number; rows: readonly (readonly Cell[])[] }
  | OutcomeBlock;

export type Marker = 'bullet' | 'number' | 'task';
/** `done` is null where the list is not one of tasks. */
export type Item = { done: boolean | null; blocks: readonly Block[] };
/** Where a cell begins and how far it reaches, in columns and rows; no two of a table overlap. */
export type Cell = {
  isHeading: boolean;
  column: number;
  row: number;
  columns: number;
  rows: number;
  align: 'left' | 'center' | 'right' | null;
  blocks: readonly Block[];
};

/** What is said of an outcome in one language. */
export type Said = { dir: TextDirection; title: string; blocks: readonly Block[]; language: Language | null };

/** One outcome; `label` and the fields' labels are in the file's language. `source` is what an import needs to make it again. */
export type OutcomeBlock = Said & {
  kind: 'outcome';
  outcome: OutcomeKind;
  label: string;
  fields: readonly { label: string; value: string; dir: TextDirection }[];
  translation: (Said & { label: string; note: string | null }) | null;
  source: Record<string, unknown>;
};

/** A document as it is written into a file, in the language of whoever asked for it. */
export type Paper = {
  title: string;
  /** Lines under the title, such as session and day. */
  details: readonly string[];
  language: Language;
  dir: TextDirection;
  blocks: readonly Block[];
};
