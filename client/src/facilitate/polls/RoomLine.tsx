import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** What runs in a room, for a host who looks at all of them. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const open = useView(({ polls }) => {
    const all = (polls.plan ?? []).flatMap(({ runs }) => runs);
    return all.find(({ status, rooms }) => status === 'open' && rooms.includes(room)) ?? null;
  });
  return open && <span>{text('polls.line', { count: open.voters })}</span>;
}
