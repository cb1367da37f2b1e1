import type { RoomId } from '@multaqa/shared/kernel/ids';
import { createContext, use } from 'react';
import type { Board } from '../scene/open-board.ts';
import type { Desk } from '../surface/desk.ts';

/** What the things on a board know of the people round it. */
export type Meeting = {
  room: RoomId;
  board: Board;
  /** Who has written under a client id; nobody for the server's own, and where nobody is to see it. */
  personOf(client: number): string | null;
  /** Whether names stand at the things. */
  namesAreShown: boolean;
  /** Asks for the tags of what is chosen. */
  askForTags(desk: Desk): void;
};

export const MeetingContext = createContext<Meeting | null>(null);

/** The meeting round this board. */
export function useMeeting(): Meeting {
  const meeting = use(MeetingContext);
  if (!meeting) throw new Error('no meeting round this component');
  return meeting;
}
