import type { RoomId } from '@multaqa/shared/kernel/ids';
import { type ComponentType, useState } from 'react';
import { create } from 'zustand';
import { useThinLine } from '../../../platform/thin-line.ts';
import { BoardPicture } from './BoardPicture.tsx';

/** The rooms in which somebody has asked for the whole board on a thin line. */
const useWanted = create<{ rooms: ReadonlySet<RoomId> }>(() => ({ rooms: new Set() }));

type Props = {
  room: RoomId;
  /** The whole board, which is loaded when it is drawn. */
  Whole: ComponentType<{ room: RoomId }>;
};

/**
 * The board of a room: whole, or as a picture where the line is thin. What was begun as one of the two stays that while it is in sight,
 * until somebody asks for the whole.
 */
export function BoardSight({ room, Whole }: Props) {
  const [wasThin] = useState(() => useThinLine.getState().isThin);
  const isWanted = useWanted(({ rooms }) => rooms.has(room));
  if (!wasThin || isWanted) return <Whole room={room} />;
  return (
    <BoardPicture room={room} onOpen={() => useWanted.setState(({ rooms }) => ({ rooms: new Set(rooms).add(room) }))} />
  );
}
