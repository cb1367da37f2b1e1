import { Button } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Dialog } from '../../design/Dialog.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import styles from './dialogs.module.css';
import { useOtherRooms } from './QuestionMenu.tsx';
import { useText } from './texts.ts';

type Props = { room: string; of: ShownQuestion; isOpen: boolean; onClose(): void };

/** Sends a question to another room of the session, where it says which room it came from. */
export function SendDialog({ room, of: { question, text: words }, isOpen, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const roomName = useRoomName();
  const rooms = useOtherRooms(room);
  const go = async (to: RoomId) => {
    onClose();
    const ack = await send('questions.send', { room, question, to });
    if (ack.ok)
      offerUndo({
        message: text('questions.sent', { room: roomName(to) }),
        label: text('common.undo'),
        undo: () => void send('questions.send', { room: to, question, to: room }),
      });
  };
  return (
    <Dialog title={text('questions.send')} isOpen={isOpen} onClose={onClose} size={460}>
      <div className={styles.form}>
        <blockquote className={styles.question} dir="auto">
          {words}
        </blockquote>
        <ul className={styles.rooms}>
          {rooms.map(to => (
            <li key={to}>
              <Button variant="default" fullWidth onClick={() => void go(to)}>
                <bdi>{roomName(to)}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
