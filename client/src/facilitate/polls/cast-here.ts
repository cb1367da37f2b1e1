import { useSyncExternalStore } from 'react';
import { openListeners } from '../../platform/listeners.ts';

// Nobody else knows who has voted in an anonymous run: it is known while this page is open, and then when its ballot is shown again.
const changes = openListeners<void>();
let known: readonly string[] = [];
const read = () => known;

/** Remembers that a ballot was cast here in an anonymous run; never which one. */
export function rememberCast(run: string): void {
  if (known.includes(run)) return;
  known = [...known, run];
  changes.tell();
}

/** The anonymous runs in which a ballot was cast here. */
export const useCastHere = (): readonly string[] => useSyncExternalStore(changes.add, read);
