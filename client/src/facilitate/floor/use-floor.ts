import { type Rule, usualRule } from '@multaqa/shared/facilitate/floor/floor.state';
import type { ShownFloor } from '@multaqa/shared/facilitate/floor/floor.view';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useCallback } from 'react';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMe, useOutbox, useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { type Standing, standingOf } from './standing.ts';
import { useText } from './texts.ts';

const empty: ShownFloor = { holder: null, queue: [], round: null, usual: 0 };

/** The floor of a room as everybody in it sees it; empty for rooms that one does not see into. */
export const useFloor = (room: RoomId): ShownFloor => useView(view => view.floor.rooms[room]) ?? empty;

/** How the session of a room gives the floor. */
export const useRule = (room: RoomId): Rule => useView(view => view.floor.rules[sessionOf(room)]) ?? usualRule;

/** How this person stands to the floor of the room on the screen. */
export function useStanding(): Standing {
  const { room } = useRoom();
  const { person } = useMe();
  return standingOf(useFloor(room), person, useRule(room).policy);
}

/** Whether something that this person has done with the floor is still on its way. */
export const useIsOnItsWay = (): boolean =>
  useOutbox(items => items.some(({ kind, state }) => kind.startsWith('floor.') && state !== 'refused'));

/** Gives a place in the queue up, and offers it back for ten seconds. */
export function useWithdraw(): (item: string) => void {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  return useCallback(
    async item => {
      const ack = await send('floor.withdraw', { room, item });
      if (!ack.ok) return;
      offerUndo({
        message: text('floor.withdrawn'),
        label: text('common.undo'),
        undo: () => void send('floor.restore', { room, item }),
      });
    },
    [text, send, room],
  );
}

/** What a press of the big button does now. */
export function usePress(): () => void {
  const send = useCommand();
  const { room, showPanel } = useRoom();
  const standing = useStanding();
  const isOnItsWay = useIsOnItsWay();
  const withdraw = useWithdraw();
  return () => {
    if (isOnItsWay) return;
    switch (standing.kind) {
      case 'free':
      case 'ask':
        return void send('floor.ask', { room, item: newId(), as: 'turn' });
      case 'asked':
      case 'waiting':
      case 'next':
        return withdraw(standing.ask.item);
      case 'holding':
        return void send('floor.done', { room, turn: standing.turn.turn });
      case 'round':
        return showPanel('floor');
    }
  };
}
