import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { plenaryOf } from '@multaqa/shared/kernel/ids';
import type { ReactNode } from 'react';
import { session } from '../../dialogue/dialogue.samples.ts';
import { RoomContext } from '../../dialogue/room.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useRoomState } from './use-room-state.ts';

export const plenary = plenaryOf(session);

/** Draws something as the plenary of the open session would. */
export function InRoom({ children }: { children: ReactNode }) {
  const open = useView(view => view.sessions[session]) as OpenSessionView;
  const panel = { showPanel: () => {}, hidePanel: () => {}, isPanelWide: false, setPanelWide: () => {} };
  return (
    <RoomContext value={useRoomState({ session: open, room: plenary, ...panel, lines: [], Keeper: null })}>
      {children}
    </RoomContext>
  );
}
