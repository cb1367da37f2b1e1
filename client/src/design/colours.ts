import { createContext, useContext } from 'react';
import { type Colours, coloursOf } from './person-colours.ts';

const Given = createContext<ReadonlyMap<string, Colours> | undefined>(undefined);

/** Gives the people of a dialogue their colours. */
export const PersonColours = Given.Provider;

/** The colours of a person. */
export function useColoursOf(id: string): Colours {
  return useContext(Given)?.get(id) ?? coloursOf(id);
}
