import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';
import { useText } from './texts.ts';

type Counts = { readonly [room: RoomId]: number };

/** How much was written in a room, for a host who looks at all of them. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const counts = countsOf(useDialogue(), sessionOf(room));
  const count = useSyncExternalStore(counts.subscribe, () => counts.current()?.[room] ?? 0);
  return <span>{text('chat.said', { count })}</span>;
}

const known = new WeakMap<Dialogue, { session: string; counts: Polled<Counts> }>();

/** All cards share one question, every five seconds. */
function countsOf(dialogue: Dialogue, session: string): Polled<Counts> {
  const before = known.get(dialogue);
  if (before?.session === session) return before.counts;
  const counts = openPolled<Counts>(async () => {
    const asked = await dialogue.ask('chat.counts', { session });
    return asked.ok ? (asked.answer as Counts) : null;
  }, 5_000);
  known.set(dialogue, { session, counts });
  return counts;
}
