import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import type { ReportSection } from '../dialogue/report-section.ts';

/** How many people of how many places take part, in the report. */
export const peopleReport: ReportSection<DialogueOutcomes['people']> = {
  figures: ({ people, municipalities, countries }) => [
    { label: 'report.figure.people', count: people },
    { label: 'report.figure.municipalities', count: municipalities },
    { label: 'report.figure.countries', count: countries },
  ],
};
