import { Button } from '@mantine/core';
import { SaveState } from '../../../documents/saving/SaveState.tsx';
import { BoardMenu } from './BoardMenu.tsx';
import { BoardTimer } from './BoardTimer.tsx';
import { HostMenu } from './HostMenu.tsx';
import styles from './RoomBoard.module.css';
import type { HeadProps } from './showing.ts';
import { useText } from './texts.ts';

/** Above a board: whether it is saved, how much time there is, and what else is done with it. */
export function BoardHead(props: HeadProps) {
  const text = useText();
  const { room, access, status, layer, onLayer } = props;
  return (
    <header className={styles.head}>
      {access === 'write' ? (
        <SaveState status={status} />
      ) : (
        <span className={styles.quiet}>{text('meeting.read-only')}</span>
      )}
      {layer === 'hosts' && onLayer && (
        <Button size="xs" variant="light" onClick={() => onLayer('board')}>
          {text('meeting.layer.leave')}
        </Button>
      )}
      <span className={styles.tools}>
        <BoardTimer room={room} />
        <HostMenu {...props} />
        <BoardMenu {...props} />
      </span>
    </header>
  );
}
