import type { RoomId } from '@multaqa/shared/kernel/ids';
import styles from './PreparedBoard.module.css';
import { RoomBoard } from './RoomBoard.tsx';

/** The board of a room as hosts prepare it, on a page of its own. */
export const PreparedBoard = ({ room }: { room: RoomId }) => (
  <div className={styles.frame}>
    <RoomBoard room={room} place="page" />
  </div>
);
