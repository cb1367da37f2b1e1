import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useMemo, useState } from 'react';
import type { Room } from '../../dialogue/room.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { chooseLayout, useLayout } from './layouts/layout-choice.ts';
import { hasStage } from './layouts/layout-names.ts';
import { participantsIn } from './participants.ts';

type Given = { session: OpenSessionView; room: RoomId } & Pick<
  Room,
  'showPanel' | 'isPanelWide' | 'setPanelWide' | 'lines' | 'Keeper'
>;

/** What all parts of a room share: who is there, and what its viewer has chosen to see. */
export function useRoomState(given: Given): Room {
  const { session, room, showPanel, isPanelWide, setPanelWide, lines, Keeper } = given;
  const { person } = useMe();
  const layout = useLayout();
  const [pinned, pin] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the trigger: a pin ends when the viewer changes rooms.
  useEffect(() => pin(null), [room]);
  return useMemo(
    () => ({
      session,
      room,
      isLobby: isLobby(room),
      participants: participantsIn(session, room, person),
      pinned,
      pin,
      lines,
      Keeper,
      showPanel,
      isPanelWide,
      setPanelWide,
      hasStage: hasStage(layout),
      showStage: () => chooseLayout('table'),
    }),
    [session, room, person, pinned, lines, Keeper, showPanel, isPanelWide, setPanelWide, layout],
  );
}
