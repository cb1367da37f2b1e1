import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import type { ReportSection } from '../../dialogue/report-section.ts';

/** How much was written, in the report. */
export const chatReport: ReportSection<DialogueOutcomes['chat']> = {
  figures: ({ messages }) => [{ label: 'report.figure.messages', count: messages }],
};
