import { useEffect } from 'react';
import { reportFault } from '../platform/report-fault.ts';

/** Between this page and the next nobody uses what was made ready; by then (ms) somebody does, or nobody will. */
const handover = 10_000;

/** Connects ahead to a dialogue and its open session for as long as this page is on the screen; to nothing when null. */
export function useAhead(dialogue: string | null, session: string | null): void {
  useEffect(() => {
    if (dialogue === null) return;
    let isHere = true;
    let letGo = () => {};
    import('./ahead.ts')
      .then(({ goAhead }) => {
        // Whoever has gone on by then connects without it, and may have left again.
        if (isHere) letGo = goAhead(dialogue, session);
      })
      // What does not load here is met again, and told, on the next page.
      .catch(reportFault('ahead'));
    return () => {
      isHere = false;
      setTimeout(() => letGo(), handover);
    };
  }, [dialogue, session]);
}
