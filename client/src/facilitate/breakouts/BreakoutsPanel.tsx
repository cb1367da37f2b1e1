import { isLobby, plenaryOf } from '@multaqa/shared/kernel/ids';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import { AskToMove } from './AskToMove.tsx';
import styles from './breakouts.module.css';
import { GroupingList } from './GroupingList.tsx';
import { InsideRoom } from './InsideRoom.tsx';
import { LiveControls } from './LiveControls.tsx';
import { RoomList } from './RoomList.tsx';
import { useLive } from './use-live.ts';

/** What is done in one's room, which rooms there are, and for hosts everything about them. */
export function BreakoutsPanel() {
  const may = useMay();
  const live = useLive();
  const { session, room } = useRoom();
  const isInBreakout = room !== plenaryOf(session.session) && !isLobby(room);
  return (
    <div className={styles.panel}>
      {live && may('breakouts.time') && <LiveControls live={live} />}
      {live && isInBreakout && <InsideRoom live={live} room={room} />}
      {live && <RoomList live={live} />}
      {live && !isInBreakout && live.way !== 'choice' && may('breakouts.ask', { room }) && !may('breakouts.move') && (
        <AskToMove live={live} room={room} />
      )}
      {!live && may('breakouts.open') && <GroupingList session={session.session} />}
    </div>
  );
}
