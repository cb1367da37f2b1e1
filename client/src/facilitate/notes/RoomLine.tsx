import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** How many outcomes a room has written, on its card in the control room. */
export function RoomLine({ room }: { room: RoomId }) {
  const text = useText();
  const count = useView(
    ({ notes }) => Object.values(notes.register).filter(one => one.room === room && one.document === 'notes').length,
  );
  return count > 0 ? <span>{text('register.count', { count })}</span> : null;
}
