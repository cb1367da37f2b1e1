import type { RoomCounts } from '@multaqa/shared/facilitate/questions/questions.rules';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';
import { useText } from './texts.ts';

/** How many questions a room has, and how many wait, for a host who looks at all rooms; nothing where nobody has asked. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const counts = countsOf(useDialogue(), sessionOf(room));
  const count = useSyncExternalStore(counts.subscribe, () => counts.current()?.[room]);
  if (!count || count.shown + count.waiting === 0) return null;
  return (
    <span>
      {count.waiting > 0
        ? text('questions.wait', { count: count.waiting })
        : text('questions.count', { count: count.shown })}
    </span>
  );
}

const known = new WeakMap<Dialogue, { session: string; counts: Polled<RoomCounts> }>();

/** All cards share one question, every five seconds. */
function countsOf(dialogue: Dialogue, session: string): Polled<RoomCounts> {
  const before = known.get(dialogue);
  if (before?.session === session) return before.counts;
  const counts = openPolled<RoomCounts>(async () => {
    const asked = await dialogue.ask('questions.counts', { session });
    return asked.ok ? (asked.answer as RoomCounts) : null;
  }, 5_000);
  known.set(dialogue, { session, counts });
  return counts;
}
