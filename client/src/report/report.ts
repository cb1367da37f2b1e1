import { useCallback, useEffect, useState } from 'react';
import type { LoadSection, ReportSection } from '../dialogue/report-section.ts';
import { getInSteps, type Problem, type Progress, refusedBy } from '../platform/http.ts';
import { textsReady } from '../platform/languages.ts';

/** `reference` stands in the server's log beside why a section could not be told. */
export type Section = { slice: string } & ({ outcome: unknown } | { reference: string });

/** How the outcome of each slice is shown, by the slice's name. */
export type SectionsBySlice = { readonly [slice: string]: ReportSection<never> };
export type SectionLoaders = { readonly [slice: string]: LoadSection<never> };

export type Reading =
  | { status: 'reading'; progress: Progress | null }
  | { status: 'read'; sections: readonly Section[]; shown: SectionsBySlice }
  | { status: 'failed'; problem: Problem };

/** What the log tells so far, slice by slice, and how far the server is with it; `again` asks once more. */
export function useReport(dialogue: string, loaders: SectionLoaders): Reading & { again(): void } {
  const [reading, setReading] = useState<Reading>({ status: 'reading', progress: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    const gone = new AbortController();
    const tell = (next: Reading) => {
      if (!gone.signal.aborted) setReading(next);
    };
    tell({ status: 'reading', progress: null });
    getInSteps<{ sections: Section[] }>(`/dialogues/${dialogue}/report`, gone.signal, progress =>
      tell({ status: 'reading', progress }),
    )
      .then(async ({ sections }) => tell({ status: 'read', sections, shown: await load(sections, loaders) }))
      .catch(error => tell({ status: 'failed', problem: refusedBy(error) }));
    return () => gone.abort();
  }, [dialogue, loaders, attempt]);
  return { ...reading, again: useCallback(() => setAttempt(before => before + 1), []) };
}

/** The code of the sections that have come, and its texts; a section that this client does not know is left out. */
async function load(sections: readonly Section[], loaders: SectionLoaders): Promise<SectionsBySlice> {
  const loaded = await Promise.all(
    sections.map(async ({ slice }) => {
      const loader = loaders[slice];
      return loader ? [[slice, (await loader()).section] as const] : [];
    }),
  );
  await textsReady();
  return Object.fromEntries(loaded.flat());
}
