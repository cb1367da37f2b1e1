import type { RoomQuestions } from '@multaqa/shared/facilitate/questions/questions.view';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useMe, useOwn, useView } from '../../dialogue/use-dialogue.ts';

/** The last position of the log up to which questions were seen, by room. */
const useRead = create<Record<string, number>>(() => ({}));

/** Notes that the questions of a room have been seen up to a position of the log. */
export const markSeen = (room: string, seq: number): void => {
  if ((useRead.getState()[room] ?? -1) < seq) useRead.setState({ [room]: seq });
};

/** The position of the newest of these questions; 0 for none. */
export const newestIn = (of: RoomQuestions | undefined): number =>
  Math.max(0, ...Object.values(of?.questions ?? {}).map(({ seq }) => seq));

/** How many questions wait for this person's eyes, or for a host's word: what was there on arrival counts for hosts alone. */
export function useUnseen(): { fresh: number; waiting: number } {
  const { place } = useMe();
  const room = place?.room ?? '';
  const here = useView(view => view.questions.rooms[room]);
  const asked = useOwn(own => own.questions.asked);
  const read = useRead(state => state[room]);
  const last = newestIn(here);
  useEffect(() => {
    if (room && read === undefined) markSeen(room, last);
  }, [room, read, last]);
  const own = new Set(asked.map(({ question }) => question));
  const all = Object.values(here?.questions ?? {});
  return {
    waiting: all.filter(({ standing }) => standing.status === 'waiting').length,
    fresh: all.filter(
      ({ seq, standing, question }) =>
        read !== undefined && seq > read && standing.status !== 'waiting' && !own.has(question),
    ).length,
  };
}
