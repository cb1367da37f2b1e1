import { useCallback } from 'react';
import { offerUndo, tell } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';
import { useNameOf } from './words.ts';

/** Gives the floor to somebody, and offers to give it back to who had it. */
export function useGive(): (person: string) => void {
  const text = useText();
  const send = useCommand();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const before = useFloor(room).holder;
  return useCallback(
    async person => {
      const ack = await send('floor.give', { room, person });
      if (!ack.ok) return;
      const message = text('floor.given', { name: nameOf(person) });
      if (!before) return tell(message);
      offerUndo({
        message,
        label: text('floor.give-back'),
        undo: () => void send('floor.give', { room, person: before.person }),
      });
    },
    [text, send, nameOf, room, before],
  );
}
