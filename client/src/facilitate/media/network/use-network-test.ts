import { useCallback, useEffect, useState } from 'react';
import { reportFault } from '../../../platform/report-fault.ts';
import { type NetworkStep, nothingTried, type StepState, type StepStates } from './network-steps.ts';

/** Tries the network once: tells how each step stands, and ends with a code that support can read; null when there is none. */
export type NetworkProbe = (
  tell: (step: NetworkStep, state: StepState) => void,
  signal: AbortSignal,
) => Promise<string | null>;

/** Runs a probe at once, and again on demand. */
export function useNetworkTest(probe: NetworkProbe): { steps: StepStates; code: string | null; again(): void } {
  const [steps, setSteps] = useState(nothingTried);
  const [code, setCode] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt tries again.
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    setSteps(nothingTried);
    setCode(null);
    probe((step, state) => !signal.aborted && setSteps(before => ({ ...before, [step]: state })), signal)
      .then(found => !signal.aborted && setCode(found))
      .catch(error => {
        reportFault('network-test')(error);
        if (!signal.aborted) setSteps(before => ({ ...before, server: 'failed' }));
      });
    return () => over.abort();
  }, [probe, attempt]);
  return { steps, code, again: useCallback(() => setAttempt(before => before + 1), []) };
}
