import type { Steps } from '../platform/steps.ts';

/** `reference` stands in the log beside why a section could not be told. */
export type Section = { slice: string } & ({ outcome: unknown } | { reference: string });

export type Made = { basedOn: number; sections: readonly Section[] };

export type ReportPorts = {
  /** Makes the report of the newest state on disk. */
  make(dialogue: string, steps: Steps): Promise<Made>;
  /** A dialogue in memory and the position of its log; null when it is not there. */
  live(dialogue: string): { key: object; seq: number } | null;
};

export type Reports = {
  /** The report for the newest position, kept or made; everybody who asks while it is being made shares it. */
  of(dialogue: string, steps: Steps): Promise<readonly Section[]>;
};

/** One making of a report. `from`: the position that it rests on at least; what waits to begin will rest on the newest. */
type Run = { from: number; made: Promise<Made>; askers: Set<Steps>; stop: AbortController };

/** Makes each report once for a position, and stops making it when everybody who asked has gone. */
export function openReports({ make, live }: ReportPorts): Reports {
  const kept = new WeakMap<object, Made>();
  const runs = new Map<string, Run>();

  /** The run that somebody who asks now may share, or a new one: it begins when the previous one has ended, so that there is one at a time. */
  function runFor(dialogue: string, position: number): Run {
    const last = runs.get(dialogue);
    if (last && last.from >= position && !last.stop.signal.aborted) return last;
    const stop = new AbortController();
    const askers = new Set<Steps>();
    const run: Run = { from: Number.POSITIVE_INFINITY, made: begin(), askers, stop };
    runs.set(dialogue, run);
    return run;

    async function begin(): Promise<Made> {
      // How the previous one ended concerns those who asked for it.
      await Promise.allSettled([last?.made]);
      const now = live(dialogue);
      run.from = now?.seq ?? 0;
      try {
        const made = await make(dialogue, {
          signal: stop.signal,
          progress(done, total) {
            for (const asker of askers) asker.progress(done, total);
          },
        });
        if (now) kept.set(now.key, made);
        return made;
      } finally {
        if (runs.get(dialogue) === run) runs.delete(dialogue);
      }
    }
  }

  return {
    async of(dialogue, steps) {
      const now = live(dialogue);
      const known = now && kept.get(now.key);
      if (known && known.basedOn >= now.seq) return known.sections;
      const run = runFor(dialogue, now?.seq ?? 0);
      run.askers.add(steps);
      const leave = () => {
        run.askers.delete(steps);
        if (run.askers.size === 0) run.stop.abort();
      };
      steps.signal.addEventListener('abort', leave, { once: true });
      if (steps.signal.aborted) leave();
      try {
        return (await run.made).sections;
      } finally {
        steps.signal.removeEventListener('abort', leave);
      }
    },
  };
}
