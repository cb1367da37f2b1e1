import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Dialog } from '../../../design/Dialog.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { TimeLeft } from '../../../dialogue/TimeLeft.tsx';
import { useOwn } from '../../../dialogue/use-dialogue.ts';
import palette from '../surface/view/colours.module.css';
import { LeftNotes } from './LeftNotes.tsx';
import { OwnNotes } from './OwnNotes.tsx';
import styles from './PrivateNotes.module.css';
import { useText } from './texts.ts';
import { UnsentNotes } from './UnsentNotes.tsx';
import { useRoomBoard } from './use-room-board.ts';
import { WriteNote } from './WriteNote.tsx';
import { openWriting } from './writing.ts';

/** One's own private notes, large enough for one thumb: what one writes, what is written, and who will see it. */
export function PrivateNotes() {
  const text = useText();
  const { room } = useRoom();
  return (
    <Dialog title={text('meeting.private')} isOpen onClose={() => openWriting(false)}>
      <Notes room={room} />
    </Dialog>
  );
}

function Notes({ room }: { room: RoomId }) {
  const text = useText();
  const { round } = useRoomBoard(room);
  const count = useOwn(({ board }) => board.jots.length);
  if (round?.status === 'writing')
    return (
      <div className={`${styles.notes} ${palette.colours}`}>
        <p className={styles.promise}>
          <span>{text(round.names === 'shown' ? 'meeting.private.shown' : 'meeting.private.hidden')}</span>
          {round.until !== null && <TimeLeft until={round.until} />}
        </p>
        <WriteNote room={room} />
        <UnsentNotes room={room} />
        <OwnNotes room={room} />
      </div>
    );
  return (
    <div className={`${styles.notes} ${palette.colours}`}>
      <p className={styles.promise} role="status">
        {text(round ? 'meeting.private.coming' : count > 0 ? 'meeting.private.left' : 'meeting.private.over')}
      </p>
      <UnsentNotes room={room} />
      {!round && <LeftNotes room={room} />}
    </div>
  );
}
