import type { Ballot, Result } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ReactNode } from 'react';
import type { Drawing, ResultTable, Telling } from '../chart/telling.ts';

export type ResultOf<Kind extends Result['kind']> = Extract<Result, { kind: Kind }>;

/** How results of one kind are told. Everything on the screen that is different between two kinds is here. */
export type KindView<R extends Result = Result> = {
  /** The picture; null for what is read and not looked at. */
  draw: ((result: R, telling: Telling) => Drawing) | null;
  /** In place of a picture. */
  Read?(props: { result: R; telling: Telling }): ReactNode;
  /** The same as a table. */
  table(result: R, telling: Telling): ResultTable;
  /** One ballot of this kind in a line. */
  said(ballot: Ballot, telling: Telling): string;
  /** Values of options as people read them, where runs are compared. `filled` is 0 to 1 of a whole bar. */
  value?(value: number, result: R, telling: Telling): { words: string; filled: number };
  /** How far a value has moved, in words; as a value where this is absent. */
  moved?(by: number, telling: Telling): string;
};
