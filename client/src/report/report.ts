import { useCallback, useEffect, useState } from 'react';
import { getInSteps, type Problem, type Progress, refusedBy } from '../platform/http.ts';

/** `reference` stands in the server's log beside why a section could not be told. */
export type Section = { slice: string } & ({ outcome: unknown } | { reference: string });

export type Reading =
  | { status: 'reading'; progress: Progress | null }
  | { status: 'read'; sections: readonly Section[] }
  | { status: 'failed'; problem: Problem };

/** What the log tells so far, slice by slice, and how far the server is with it; `again` asks once more. */
export function useReport(dialogue: string): Reading & { again(): void } {
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
      .then(({ sections }) => tell({ status: 'read', sections }))
      .catch(error => tell({ status: 'failed', problem: refusedBy(error) }));
    return () => gone.abort();
  }, [dialogue, attempt]);
  return { ...reading, again: useCallback(() => setAttempt(before => before + 1), []) };
}
