import { createContext, useContext } from 'react';
import { coloursOf } from './person-colours.ts';

const Numbers = createContext<ReadonlyMap<string, number> | undefined>(undefined);

/** Gives the people of a dialogue their colours. */
export const PersonColours = Numbers.Provider;

/** The colours of a person. */
export function useColoursOf(id: string): readonly [deep: string, light: string] {
  return coloursOf(id, useContext(Numbers));
}
