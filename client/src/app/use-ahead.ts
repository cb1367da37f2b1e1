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

/** Fetches the pages up to the room while somebody still reads this one, after all that it needs itself; nothing where data is to be saved. */
export function usePagesAhead(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || savesData()) return;
    return whenIdle(() => {
      import('./ahead.ts').then(({ loadPages }) => loadPages()).catch(reportFault('ahead'));
    });
  }, [isWanted]);
}

const savesData = (): boolean => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** Some ms after which even a busy page is asked to do more. */
const patience = 2_000;

/** Runs something when the page has nothing else to do; returns how to drop it. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(run, { timeout: patience });
    return () => cancelIdleCallback(idle);
  }
  const timer = setTimeout(run, patience);
  return () => clearTimeout(timer);
}
