import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { isLobby, type RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useMemo, useState } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Room } from '../../dialogue/room.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { chooseLayout, useLayout } from './layouts/layout-choice.ts';
import { hasStage } from './layouts/layout-names.ts';
import { participantsIn } from './participants.ts';
import { sittersOf } from './table/sitting.ts';

type Given = { session: OpenSessionView; room: RoomId } & Pick<
  Room,
  'showPanel' | 'hidePanel' | 'isPanelWide' | 'setPanelWide' | 'lines' | 'Keeper'
>;

/** What all parts of a room share: who is there, and what its viewer has chosen to see. */
export function useRoomState(given: Given): Room {
  const { session, room, showPanel, hidePanel, isPanelWide, setPanelWide, lines, Keeper } = given;
  const { person } = useMe();
  const { store } = useDialogue();
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
      seatOrder() {
        const view = store.getState().snapshot?.view;
        if (!view) return [];
        const clusters = view.cluster.published?.of ?? {};
        const company = { participants: participantsIn(session, room, person), cards: view.people, clusters };
        return sittersOf({ ...company, me: person, byTown: false }).map(({ key }) => key);
      },
      pinned,
      pin,
      lines,
      Keeper,
      showPanel,
      hidePanel,
      isPanelWide,
      setPanelWide,
      hasStage: hasStage(layout),
      showStage: () => chooseLayout('table'),
    }),
    [session, room, person, store, pinned, lines, Keeper, showPanel, hidePanel, isPanelWide, setPanelWide, layout],
  );
}
