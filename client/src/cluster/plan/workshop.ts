import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import type { Look } from '../../design/people-board/board.ts';
import type { Analysis } from './analysis.ts';
import type { Column } from './board/columns.ts';
import type { Shown } from './use-arrangement.ts';
import type { Asked } from './use-form.ts';

/** Whom or what the page explains. */
export type Subject = { kind: 'person'; person: string } | { kind: 'cluster'; cluster: string };

/** What is explained now. A glance, by passing over it, gives way to the next one; what was opened stays until it is closed. */
export type Looked = { subject: Subject; how: Look };

/** What every view of one arrangement works on. */
export type Workshop = {
  shown: Shown;
  columns: readonly Column[];
  profiles: readonly Profile[];
  asked: Asked;
  analysis: Analysis;
  mayChange: boolean;
  /** Who was opened in the explanation; their card stands out. */
  opened: string | null;
  nameOf(person: string): string;
  countryName(code: string): string;
  /** Moves people to a cluster, or out of all of them (`loose`). */
  move(people: readonly string[], to: string): void;
  look(subject: Subject, how: Looked['how']): void;
};
