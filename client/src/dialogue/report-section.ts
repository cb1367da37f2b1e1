import type { ReactNode } from 'react';

/** How one slice's outcome is shown in the report. */
export type ReportSection<Outcome> = {
  /** What the slice adds to the row of numbers under the title: `PaperFigure`s. */
  Figures?(props: { outcome: Outcome }): ReactNode;
  Body?(props: { outcome: Outcome }): ReactNode;
};

/** Loads the code of a section; its module exports it as `section`. */
export type LoadSection<Outcome> = () => Promise<{ section: ReportSection<Outcome> }>;
