import { useRoom } from '../../../dialogue/room.ts';
import { BesideStage } from './BesideStage.tsx';
import { useBoardPlace } from './place.ts';
import { RoomBoard } from './RoomBoard.tsx';

/** The board beside the stage; where it is on the stage itself, what people do together at it. */
export function BoardPanel() {
  const { room } = useRoom();
  const { place } = useBoardPlace(room);
  return place === 'stage' ? <BesideStage room={room} /> : <RoomBoard key={room} room={room} place="panel" />;
}
