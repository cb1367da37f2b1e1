import type { RoomId } from '@multaqa/shared/kernel/ids';
import { announce } from '../../design/announce.ts';
import { useCommand, useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** Asks somebody of a room privately whether they would like to come in. */
export function useInvite(room: RoomId): (person: string) => void {
  const text = useText();
  const send = useCommand();
  const people = useView(view => view.people);
  return async person => {
    const ack = await send('exchange.invite', { room, person });
    if (ack.ok) announce(text('exchange.was-asked', { name: people[person]?.name ?? text('common.nameless') }));
  };
}

/** Whole minutes since an instant. */
export const minutesSince = (since: number, now: number): number => Math.max(0, Math.floor((now - since) / 60_000));
