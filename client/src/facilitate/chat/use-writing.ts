import { signals } from '@multaqa/shared/facilitate/chat/chat.messages';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';

/** Who writes is forgotten after so many ms without another sign. */
const silence = 4_000;
/** While somebody types, they say so again after this many ms. */
const pace = 1_500;

/** The people who are writing in a room now, those who began first in front. */
export function useWriters(room: string): readonly string[] {
  const { onSignal } = useDialogue();
  const [writers, setWriters] = useState<readonly string[]>([]);
  useEffect(() => {
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const forget = (person: string) => {
      clearTimeout(timers.get(person));
      timers.delete(person);
      setWriters([...timers.keys()]);
    };
    const stop = onSignal(({ kind, person, input }) => {
      const parsed = kind === 'chat.writing' ? signals.writing.input.safeParse(input) : null;
      if (!parsed?.success || parsed.data.room !== room || person === null) return;
      if (!parsed.data.on) return forget(person);
      clearTimeout(timers.get(person));
      timers.set(person, setTimeout(forget, silence, person));
      setWriters([...timers.keys()]);
    });
    return () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
      setWriters([]);
    };
  }, [onSignal, room]);
  return writers;
}

/** Tells the room that this person writes: at the first key, again while they go on, and when they have ended. */
export function useTellWriting(room: string): (on: boolean) => void {
  const { signal } = useDialogue();
  const toldAt = useRef<number | null>(null);
  const tell = useCallback(
    (on: boolean) => {
      const now = performance.now();
      if (on ? toldAt.current !== null && now - toldAt.current < pace : toldAt.current === null) return;
      toldAt.current = on ? now : null;
      signal('chat.writing', { room, on });
    },
    [signal, room],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
