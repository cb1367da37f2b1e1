import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperTitle } from '../design/Paper.tsx';
import type { ReportSection } from '../dialogue/report-section.ts';

/** What the dialogue is about, at the head of the report. */
export const section: ReportSection<DialogueOutcomes['about']> = {
  Body: ({ outcome }) => outcome && <PaperTitle title={outcome.title} lead={outcome.goal} />,
};
