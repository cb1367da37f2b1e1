import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import type { LoadSection } from '../../dialogue/report-section.ts';

/** The section of each slice that reports, loaded with the report. A slice with an `outcome` is one line here. */
export const reportSections: { readonly [Name in keyof DialogueOutcomes]: LoadSection<DialogueOutcomes[Name]> } = {
  about: () => import('../../about/about-report.tsx'),
  people: () => import('../../people/people-report.tsx'),
  sessions: () => import('../../facilitate/sessions/HeldSessions.tsx'),
  chat: () => import('../../facilitate/chat/chat-report.tsx'),
};
