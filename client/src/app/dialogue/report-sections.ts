import type { LoadSection } from '../../dialogue/report-section.ts';

const files = import.meta.glob<Awaited<ReturnType<LoadSection<never>>>>('../../**/*-report.tsx');

/** The section of each slice that reports: `<slice>-report.tsx` in its folder, loaded with the report. */
export const reportSections: { readonly [slice: string]: LoadSection<never> } = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [/([\w-]+)-report\.tsx$/.exec(path)?.[1] ?? path, load]),
);
