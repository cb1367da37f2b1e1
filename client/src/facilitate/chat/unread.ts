import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useMe, usePacedView } from '../../dialogue/use-dialogue.ts';

/** The last position that was read, by room. */
const useRead = create<Record<string, number>>(() => ({}));

/** Notes that everything up to a position of the log has been read in a room. */
export const markRead = (room: string, seq: number): void => {
  if ((useRead.getState()[room] ?? -1) < seq) useRead.setState({ [room]: seq });
};

/** How many messages of others wait to be read in this room; what was there on arrival does not count. */
export function useUnread(): number {
  const { person, place } = useMe();
  const room = place?.room ?? '';
  const chat = usePacedView(useCallback(view => view.chat[room], [room]));
  const last = chat?.messages.at(-1)?.seq ?? 0;
  const read = useRead(state => state[room]);
  useEffect(() => {
    if (room && read === undefined) markRead(room, last);
  }, [room, read, last]);
  if (!chat || read === undefined) return 0;
  return chat.messages.filter(({ seq, author, status }) => seq > read && author !== person && status === 'said').length;
}
