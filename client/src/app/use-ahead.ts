import { useEffect } from 'react';

/** Between this page and the next nobody uses what was made ready; by then (ms) somebody does, or nobody will. */
const handover = 10_000;

/** Connects ahead to a dialogue and its open session for as long as this page is on the screen; to nothing when null. */
export function useAhead(dialogue: string | null, session: string | null): void {
  useEffect(() => {
    if (dialogue === null) return;
    const loaded = import('./ahead.ts').then(({ goAhead }) => goAhead(dialogue, session));
    loaded.catch(() => undefined);
    return () => void setTimeout(() => loaded.then(letGo => letGo()).catch(() => undefined), handover);
  }, [dialogue, session]);
}
