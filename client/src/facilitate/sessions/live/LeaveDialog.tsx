import { Button } from '@mantine/core';
import { Dialog } from '../../../design/Dialog.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useCommand } from '../../../dialogue/use-dialogue.ts';
import styles from './LeaveDialog.module.css';
import { useText } from './texts.ts';

type Props = { isOpen: boolean; onLeave(): void; onClose(): void };

/** For hosts, who can go alone or end the session for everybody: in a minute that all see, or at once. */
export function LeaveDialog({ isOpen, onLeave, onClose }: Props) {
  const text = useText();
  const send = useCommand();
  const { session, closesAt } = useRoom().session;
  const then = (act: () => void) => () => {
    onClose();
    act();
  };
  return (
    <Dialog title={text('live.leave.title')} isOpen={isOpen} onClose={onClose} size={460} fills={false}>
      <div className={styles.ways}>
        <Button variant="default" onClick={then(onLeave)} data-autofocus>
          {text('live.leave')}
        </Button>
        <p className={styles.words}>{text('live.leave.text')}</p>
        {closesAt === null && (
          <>
            <Button color="danger" onClick={then(() => void send('sessions.countdown', { session }))}>
              {text('live.close')}
            </Button>
            <p className={styles.words}>{text('live.close.text')}</p>
          </>
        )}
        <Button variant="subtle" color="danger" onClick={then(() => void send('sessions.close', { session }))}>
          {text('live.close-now')}
        </Button>
      </div>
    </Dialog>
  );
}
