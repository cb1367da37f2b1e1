import { limits } from '@multaqa/shared/limits';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useRef } from 'react';
import { useCommand } from '../../dialogue/use-dialogue.ts';

/** Notes that the links of these people have been copied, shared or saved: once, however often that happens in one dialog. */
export function useHandedOver(people: readonly PersonCard[]): () => void {
  const send = useCommand();
  const isNoted = useRef(false);
  return () => {
    if (isNoted.current) return;
    isNoted.current = true;
    const ids = people.map(({ person }) => person);
    for (let at = 0; at < ids.length; at += limits.peoplePerImport)
      void send('people.invite', { people: ids.slice(at, at + limits.peoplePerImport) });
  };
}
