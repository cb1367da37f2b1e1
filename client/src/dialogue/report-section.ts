import type { ReactNode } from 'react';
import type { TextKey } from '../platform/languages.ts';

/** One number at the head of the report; the label has plural forms. */
export type ReportFigure = { label: TextKey; count: number };

/** How one slice's outcome is shown in the report. */
export type ReportSection<Outcome> = {
  /** What the slice adds to the row of numbers. */
  figures?(outcome: Outcome): readonly ReportFigure[];
  Body?(props: { outcome: Outcome }): ReactNode;
};
