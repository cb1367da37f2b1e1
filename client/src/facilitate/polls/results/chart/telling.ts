import type { LabelName, OptionId } from '@multaqa/shared/facilitate/polls/kinds/kind';
import type { ReactNode } from 'react';
import type { ResultText } from '../texts.ts';
import type { Frame } from './frame.ts';

/** How a result is told to one reader: their words, their numbers, in a frame. */
export type Telling = {
  frame: Frame;
  text: ResultText;
  nameOf(option: OptionId): string;
  /** The word at the end of a scale or an axis. */
  labelOf(label: LabelName): string;
  /** "62 %" of 0.62 */
  percent(share: number): string;
  /** How many ballots; of municipalities with the same weight, how many of them that is, which need not be whole. */
  count(ballots: number): string;
  /** What is counted: votes or municipalities. */
  counted: string;
  /** At most one digit after the mark. */
  number(value: number): string;
};

/** Something drawn: how high it is, px, and what stands in it. */
export type Drawing = { height: number; body: ReactNode };

/** Rows of a result as people read them, for screen readers and for files. */
export type ResultTable = { fields: string[]; rows: string[][] };
