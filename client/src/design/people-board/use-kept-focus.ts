import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Who was moved is drawn in another column, and the card that had the focus is gone: the returned function remembers
 * somebody, and their new card gets the focus when it is there.
 */
export function useKeptFocus(drawn: unknown): (person: string) => void {
  const awaited = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the board has been drawn again.
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const card = document.querySelector<HTMLElement>(`[data-person="${awaited.current}"]`);
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (card && (lost || card.contains(document.activeElement))) {
      card.querySelector<HTMLElement>('button')?.focus();
      awaited.current = null;
    }
  }, [drawn]);
  return useCallback(person => {
    awaited.current = person;
  }, []);
}
