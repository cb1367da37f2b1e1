import type { PreparedField } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { Language } from '@multaqa/shared/kernel/languages';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../../../dialogue/use-dialogue.ts';
import { followPage } from '../../../../platform/page-events.ts';

/** Where something is prepared: for one room, or for all rooms of a grouping (null). */
export type PreparedPlace = { grouping: string; room: string | null };

/** How long (ms) somebody who types has to pause before it is saved. */
const pause = 500;

/**
 * What somebody types, saved when they pause or leave the field or the page. What others write meanwhile is shown where
 * nothing is typed.
 */
export function useSaved(place: PreparedPlace & { field: PreparedField; language: Language }, saved: string) {
  const send = useCommand();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isSaved = typed === null || typed.trim() === saved.trim();
  const save = () => {
    clearTimeout(timer.current);
    if (isSaved) return setTyped(null);
    void send('breakouts.describe', { ...place, text: typed }).then(() =>
      setTyped(before => (before === typed ? null : before)),
    );
  };
  const newest = useRef(save);
  useEffect(() => {
    newest.current = save;
  });
  useEffect(() => {
    // A page that is left is hidden first; what is saved then goes out with it, or waits on this device.
    const stop = followPage(event => event === 'hidden' && newest.current());
    return () => {
      stop();
      newest.current();
    };
  }, []);
  return {
    typed: typed ?? saved,
    isSaved,
    save,
    type(words: string) {
      setTyped(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => newest.current(), pause);
    },
  };
}
