/** What the page of a personal link tells the one that it leads to: nobody has chosen to come here. */
export type Arriving = { arriving: true };

/** True for the state of a page that somebody came to by their personal link. */
export const isArriving = (state: unknown): boolean => (state as Partial<Arriving> | null)?.arriving === true;
