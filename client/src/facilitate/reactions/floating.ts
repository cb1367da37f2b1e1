import type { Reaction } from '@multaqa/shared/facilitate/reactions/reactions.messages';
import { signals } from '@multaqa/shared/facilitate/reactions/reactions.messages';
import { useEffect, useState } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';

/** A reaction is gone so many ms after the last person showed it. */
const life = 3_000;

/** How many have shown a reaction in the last moment. */
export type Floating = { reaction: Reaction; count: number };

/** What people of a room show in passing: each reaction once, with how many show it, for a moment. */
export function useFloating(room: string): readonly Floating[] {
  const { onSignal } = useDialogue();
  const [shown, setShown] = useState<readonly Floating[]>([]);
  useEffect(() => {
    const timers = new Map<Reaction, ReturnType<typeof setTimeout>>();
    const forget = (reaction: Reaction) => setShown(now => now.filter(one => one.reaction !== reaction));
    const stop = onSignal(signal => {
      const parsed = signal.kind === 'reactions.react' ? signals.react.input.safeParse(signal.input) : null;
      if (!parsed?.success || parsed.data.room !== room || signal.person !== null) return;
      const { reaction } = parsed.data;
      clearTimeout(timers.get(reaction));
      timers.set(reaction, setTimeout(forget, life, reaction));
      setShown(now => withMore(now, reaction, signal.count));
    });
    return () => {
      stop();
      for (const timer of timers.values()) clearTimeout(timer);
      setShown([]);
    };
  }, [onSignal, room]);
  return shown;
}

/** The same reactions with so many more of one; those that were there keep their places. */
export function withMore(shown: readonly Floating[], reaction: Reaction, count: number): readonly Floating[] {
  if (!shown.some(one => one.reaction === reaction)) return [...shown, { reaction, count }];
  return shown.map(one => (one.reaction === reaction ? { reaction, count: one.count + count } : one));
}
