import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Dialogue } from './dialogue.ts';
import { takeDialogue } from './prepared.ts';

const Current = createContext<Dialogue | null>(null);

/** Connects to a dialogue for as long as it is on the screen. */
export function DialogueProvider({ id, children }: { id: string; children: ReactNode }) {
  const [dialogue, setDialogue] = useState<Dialogue | null>(null);
  useEffect(() => {
    const opened = takeDialogue(id);
    setDialogue(opened);
    const wake = () => {
      if (document.visibilityState === 'visible') opened.wake();
    };
    document.addEventListener('visibilitychange', wake);
    addEventListener('pageshow', wake);
    addEventListener('online', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      removeEventListener('pageshow', wake);
      removeEventListener('online', wake);
      opened.close();
      setDialogue(null);
    };
  }, [id]);
  return dialogue && <Current value={dialogue}>{children}</Current>;
}

/** The dialogue on the screen. */
export function useDialogue(): Dialogue {
  const dialogue = useContext(Current);
  if (!dialogue) throw new Error('no dialogue here');
  return dialogue;
}

/** For tests: provides a dialogue that was opened elsewhere. */
export const GivenDialogue = Current.Provider;
