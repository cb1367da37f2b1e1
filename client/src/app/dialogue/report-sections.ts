import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { aboutReport } from '../../about/about-report.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { chatReport } from '../../facilitate/chat/chat-report.tsx';
import { sessionsReport } from '../../facilitate/sessions/HeldSessions.tsx';
import { peopleReport } from '../../people/people-report.tsx';

/** The section of each slice that reports. A slice with an `outcome` is one line here. */
export const reportSections: { readonly [Name in keyof DialogueOutcomes]: ReportSection<DialogueOutcomes[Name]> } = {
  about: aboutReport,
  people: peopleReport,
  sessions: sessionsReport,
  chat: chatReport,
};
