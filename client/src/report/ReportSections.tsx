import { PaperFigures } from '../design/Paper.tsx';
import type { Section, SectionsBySlice } from './report.ts';

/** The sections in the order of the six steps; the numbers of all of them stand under the title. */
export function ReportSections({ sections, shown }: { sections: readonly Section[]; shown: SectionsBySlice }) {
  const told = sections.flatMap(section => {
    const how = shown[section.slice];
    // A section names its slice: this outcome is the one that its component was written for.
    return 'outcome' in section && how ? [{ slice: section.slice, how, outcome: section.outcome as never }] : [];
  });
  const figures = told.flatMap(({ slice, how: { Figures }, outcome }) =>
    Figures ? [<Figures key={slice} outcome={outcome} />] : [],
  );
  const [title, ...rest] = told.map(({ slice, how: { Body }, outcome }) =>
    Body ? <Body key={slice} outcome={outcome} /> : null,
  );
  return (
    <>
      {title}
      {figures.length > 0 && <PaperFigures>{figures}</PaperFigures>}
      {rest}
    </>
  );
}
