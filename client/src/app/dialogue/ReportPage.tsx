import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { Report } from '../../report/Report.tsx';
import { useText } from '../../report/texts.ts';
import { reportSections } from './report-sections.ts';
import { SubPage } from './SubPage.tsx';

/** The story so far, as a document. */
export function ReportPage() {
  const text = useText();
  const { id } = useDialogue();
  return (
    <SubPage title={text('report.title')} lead={text('report.lead')}>
      <Report dialogue={id} loaders={reportSections} />
    </SubPage>
  );
}
