import type { HeardByRoom } from '@multaqa/shared/facilitate/exchange/exchange.rules';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';
import { useText } from './texts.ts';

/** How many of a room's voices were heard, for a host who looks at all rooms; nothing where nobody is. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const rooms = roomsOf(useDialogue(), sessionOf(room));
  const one = useSyncExternalStore(rooms.subscribe, () => rooms.current()?.[room]);
  if (!one || one.n === 0) return null;
  return <span>{text('exchange.line', { heard: one.heard, all: one.n })}</span>;
}

const known = new WeakMap<Dialogue, { session: string; rooms: Polled<HeardByRoom> }>();

/** All cards share one question, every five seconds. */
function roomsOf(dialogue: Dialogue, session: string): Polled<HeardByRoom> {
  const before = known.get(dialogue);
  if (before?.session === session) return before.rooms;
  const rooms = openPolled<HeardByRoom>(async () => {
    const asked = await dialogue.ask('exchange.rooms', { session });
    return asked.ok ? (asked.answer as HeardByRoom) : null;
  }, 5_000);
  known.set(dialogue, { session, rooms });
  return rooms;
}
