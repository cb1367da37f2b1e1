import type { Ack } from '@multaqa/shared/protocol';
import { useEffect, useRef, useState } from 'react';

type Typed = { text: string; change(text: string): void; leave(): void };

/**
 * A text that is saved when its writer goes on: to another field, to another page, or away from the browser. `save` returns
 * null for what cannot be saved as it is; that and what was refused stay in the field.
 */
export function useTyped(stored: string, save: (text: string) => Promise<Ack> | null): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = async () => {
    if (typed === null) return;
    if (typed.trim() === stored.trim()) return setTyped(null);
    const answer = save(typed);
    if (!answer) return;
    setTyped(null);
    const ack = await answer;
    if (!ack.ok) setTyped(before => before ?? typed);
  };
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') void latest.current();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      void latest.current();
    };
  }, []);
  return { text: typed ?? stored, change: setTyped, leave: () => void leave() };
}
