import { useRoom } from '../../../dialogue/room.ts';
import { RoomBoard } from './RoomBoard.tsx';

/** The board where everybody looks. */
export function BoardStage() {
  const { room } = useRoom();
  return <RoomBoard key={room} room={room} place="stage" />;
}
