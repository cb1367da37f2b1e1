import { useMemo } from 'react';
import { useRoom } from '../../dialogue/room.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** Somebody in the room who may speak. */
export type Speaker = { person: string; name: string; town: string; isHost: boolean; isAway: boolean };

/** Everybody in the room who may speak: all but observers. */
export function useSpeakers(): readonly Speaker[] {
  const text = useText();
  const { participants } = useRoom();
  const people = useView(view => view.people);
  return useMemo(
    () =>
      participants.flatMap(([person, { lostAt }]) => {
        const card = people[person];
        if (!card || card.role === 'observer') return [];
        const isHost = card.role === 'organiser' || card.role === 'facilitator';
        const known = { name: card.name ?? text('common.nameless'), town: card.municipality ?? '' };
        return [{ person, ...known, isHost, isAway: lostAt !== null }];
      }),
    [participants, people, text],
  );
}

/** Those whose name or town has these letters in it. */
export const foundIn = (speakers: readonly Speaker[], query: string): readonly Speaker[] => {
  const wanted = query.trim().toLocaleLowerCase();
  return speakers.filter(({ name, town }) => `${name} ${town}`.toLocaleLowerCase().includes(wanted));
};
