import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { personIn } from '../../../../documents/present.ts';
import { readTold, type Told } from './told.ts';

/** Somebody else's place at a board, from one of their tabs; the same object as long as nothing of it has changed. */
export type Other = { client: number; person: string; told: Told; said: string };

/** The others who have this board open, and what they tell of themselves. */
export function useOthers(awareness: Awareness, me: string): readonly Other[] {
  const [others, setOthers] = useState<readonly Other[]>([]);
  useEffect(() => {
    const read = () => setOthers(before => stillOr(before, othersIn(awareness, me, before)));
    read();
    awareness.on('change', read);
    return () => awareness.off('change', read);
  }, [awareness, me]);
  return others;
}

function othersIn(awareness: Awareness, me: string, before: readonly Other[]): Other[] {
  return [...awareness.getStates()].flatMap(([client, state]): Other[] => {
    const person = personIn(state);
    if (client === awareness.clientID || person === null || person === me) return [];
    const said = JSON.stringify(state);
    const known = before.find(one => one.client === client && one.said === said);
    return [known ?? { client, person, told: readTold(state), said }];
  });
}

const stillOr = (before: readonly Other[], now: readonly Other[]): readonly Other[] =>
  now.length === before.length && now.every((one, at) => one === before[at]) ? before : now;
