import { type ReactNode, useMemo } from 'react';
import { PersonColours } from '../design/colours.ts';
import { coloursFor } from '../design/person-colours.ts';
import { useView } from './use-dialogue.ts';

/** Gives everybody in the dialogue a colour that differs from those of their neighbours by name and by town. */
export function DialogueColours({ children }: { children: ReactNode }) {
  const people = useView(view => view.people);
  const colours = useMemo(
    () =>
      coloursFor(
        Object.values(people).map(({ person, name, municipality, country }) => ({
          id: person,
          sortedBy: [keyOf(name ?? ''), keyOf(`${country} ${municipality} ${name}`)],
        })),
      ),
    [people],
  );
  return <PersonColours value={colours}>{children}</PersonColours>;
}

const keyOf = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
