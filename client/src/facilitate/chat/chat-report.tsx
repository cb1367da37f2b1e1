import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperFigure } from '../../design/Paper.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['chat'];

/** How much was written, in the report. */
export const section: ReportSection<Outcome> = { Figures: ChatFigures };

function ChatFigures({ outcome: { messages } }: { outcome: Outcome }) {
  const text = useText();
  return <PaperFigure count={messages} label={text('chat.figure', { count: messages })} />;
}
