import { createContext, useCallback, useContext } from 'react';
import { type Colours, coloursOf } from './person-colours.ts';

const Given = createContext<ReadonlyMap<string, Colours> | undefined>(undefined);

/** Gives the people of a dialogue their colours. */
export const PersonColours = Given.Provider;

/** The colours of a person. */
export function useColoursOf(id: string): Colours {
  return useContext(Given)?.get(id) ?? coloursOf(id);
}

/** Finds the colours of any person, for what draws many of them. */
export function useColours(): (id: string) => Colours {
  const given = useContext(Given);
  return useCallback(id => given?.get(id) ?? coloursOf(id), [given]);
}
