import type { FloorCounts } from '@multaqa/shared/facilitate/floor/floor.view';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';
import { useText } from './texts.ts';
import { useNameOf } from './words.ts';

/** Who has the floor of a room and how many wait for it, for a host who looks at all rooms; nothing where nobody does either. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const nameOf = useNameOf();
  const counts = countsOf(useDialogue(), sessionOf(room));
  const count = useSyncExternalStore(counts.subscribe, () => counts.current()?.[room]);
  if (!count) return null;
  const words = [
    ...(count.holder ? [text('floor.line', { name: nameOf(count.holder) })] : []),
    ...(count.waiting > 0 ? [text('floor.queue', { count: count.waiting })] : []),
  ];
  return <span>{words.join(' · ')}</span>;
}

const known = new WeakMap<Dialogue, { session: string; counts: Polled<FloorCounts> }>();

/** All cards share one question, every five seconds. */
function countsOf(dialogue: Dialogue, session: string): Polled<FloorCounts> {
  const before = known.get(dialogue);
  if (before?.session === session) return before.counts;
  const counts = openPolled<FloorCounts>(async () => {
    const asked = await dialogue.ask('floor.counts', { session });
    return asked.ok ? (asked.answer as FloorCounts) : null;
  }, 5_000);
  known.set(dialogue, { session, counts });
  return counts;
}
