import type { RoomId } from '@multaqa/shared/kernel/ids';
import { RoomBoard } from './RoomBoard.tsx';

/** The whole board of a room in each of its places; a thin line loads it only when it is asked for. */
export const PanelBoard = ({ room }: { room: RoomId }) => <RoomBoard room={room} place="panel" />;
export const StageBoard = ({ room }: { room: RoomId }) => <RoomBoard room={room} place="stage" />;
