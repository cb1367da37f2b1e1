import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { othersHere } from '../../../documents/present.ts';

/** Who else has the note open. Carets that move change nothing here. */
export function useOthers(awareness: Awareness, me: string): readonly string[] {
  const subscribe = useCallback(
    (changed: () => void) => {
      awareness.on('change', changed);
      return () => awareness.off('change', changed);
    },
    [awareness],
  );
  const people = useSyncExternalStore(subscribe, () => othersHere(awareness, me).join(' '));
  return useMemo(() => people.split(' ').filter(Boolean), [people]);
}
