import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { PaperFigure } from '../design/Paper.tsx';
import type { ReportSection } from '../dialogue/report-section.ts';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['people'];

/** How many people of how many places take part, in the report. */
export const section: ReportSection<Outcome> = { Figures: PeopleFigures };

function PeopleFigures({ outcome: { people, municipalities, countries } }: { outcome: Outcome }) {
  const text = useText();
  return (
    <>
      <PaperFigure count={people} label={text('people.figure.people', { count: people })} />
      <PaperFigure count={municipalities} label={text('people.figure.municipalities', { count: municipalities })} />
      <PaperFigure count={countries} label={text('people.figure.countries', { count: countries })} />
    </>
  );
}
