import { signals } from '@multaqa/shared/facilitate/board/board.messages';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect } from 'react';
import { announce } from '../../../design/announce.ts';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { Desk } from '../surface/desk.ts';
import { useText } from './texts.ts';

/** Brings the board to where a host gathers everybody. */
export function useGathered(room: RoomId, desk: Desk | null): void {
  const text = useText();
  const { onSignal } = useDialogue();
  useEffect(() => {
    if (!desk) return;
    return onSignal(({ kind, input }) => {
      const parsed = kind === 'board.gather' ? signals.gather.input.safeParse(input) : null;
      if (!parsed?.success || parsed.data.room !== room) return;
      desk.camera.show(parsed.data.view);
      announce(text('meeting.gathered'));
    });
  }, [room, desk, onSignal, text]);
}
