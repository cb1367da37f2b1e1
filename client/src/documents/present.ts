import type { Awareness } from 'y-protocols/awareness';

/** The person behind an awareness state: what the server has bound to the connection. Null where it says nothing. */
export function personIn(state: unknown): string | null {
  const person = typeof state === 'object' && state !== null && 'person' in state ? state.person : null;
  return typeof person === 'string' ? person : null;
}

/** Who else has this document open, in the order of their coming. */
export function othersHere(awareness: Awareness, me: string): string[] {
  const people = [...awareness.getStates()]
    .filter(([client]) => client !== awareness.clientID)
    .map(([, state]) => personIn(state));
  return [...new Set(people)].filter(person => person !== null && person !== me) as string[];
}
