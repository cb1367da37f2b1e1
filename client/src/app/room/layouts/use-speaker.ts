import { isHost } from '@multaqa/shared/kernel/context';
import { useEffect, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { useFloor } from '../../../facilitate/floor/use-floor.ts';
import { useMediaState } from '../../../facilitate/media/use-media.ts';

/** Who of the room speaks, or spoke last and is still connected; null before anybody has. */
function useLastSpeaker(counts: (person: string) => boolean = everybody): string | null {
  const { participants } = useRoom();
  const [last, setLast] = useState<string | null>(null);
  const isHere = (person: string) => participants.some(([one, { lostAt }]) => one === person && lostAt === null);
  const loudest = useMediaState(({ activeSpeakers }) => activeSpeakers.find(one => counts(one) && isHere(one)) ?? null);
  useEffect(() => {
    if (loudest) setLast(loudest);
  }, [loudest]);
  return last !== null && isHere(last) ? last : null;
}

const everybody = () => true;

/** Who has the floor of the room and is connected; null while nobody has it. */
function useFloorHolder(): string | null {
  const { participants, room } = useRoom();
  const holder = useFloor(room).holder?.person ?? null;
  return participants.some(([person, { lostAt }]) => person === holder && lostAt === null) ? holder : null;
}

/** Who is in the middle of the table: who has the floor, whoever else says a word; without a holder, who speaks or spoke last. */
export function useSpeaker(): string | null {
  const last = useLastSpeaker();
  return useFloorHolder() ?? last;
}

/** Who is on the stage: who else has the floor, speaks or spoke last; before anybody has, a host, and oneself only when alone. */
export function useSpeakerElse(): string | null {
  const { person: me } = useMe();
  const people = useView(view => view.people);
  const { participants } = useRoom();
  const holder = useFloorHolder();
  const last = useLastSpeaker(person => person !== me);
  if (holder !== null && holder !== me) return holder;
  if (last) return last;
  const here = participants.filter(([, { lostAt }]) => lostAt === null).map(([person]) => person);
  const others = here.filter(person => person !== me);
  return others.find(person => isHost(people[person]?.role ?? null)) ?? others[0] ?? here[0] ?? null;
}
