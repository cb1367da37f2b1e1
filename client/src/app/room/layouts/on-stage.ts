/** What the stage shows: a shared screen, or one or two people. */
export type OnStage = { kind: 'screen'; person: string } | { kind: 'people'; people: readonly string[] };

export type Candidates = {
  /** Who shares a screen. */
  screen: string | null;
  /** Whom this person has pinned for themselves. */
  pinned: string | null;
  /** Whom a host has put in the light for everybody. */
  spotlight: readonly string[];
  /** Who speaks, or did last. */
  speaker: string | null;
  /** Who is in the room. */
  present: readonly string[];
};

/** A screen comes first, then one's own pin, then the light, then the speaker. Who has left is nobody's choice. */
export function onStage({ screen, pinned, spotlight, speaker, present }: Candidates): OnStage {
  const isHere = (person: string | null): person is string => person !== null && present.includes(person);
  if (isHere(screen)) return { kind: 'screen', person: screen };
  if (isHere(pinned)) return { kind: 'people', people: [pinned] };
  const lit = spotlight.filter(isHere).slice(0, 2);
  if (lit.length > 0) return { kind: 'people', people: lit };
  return { kind: 'people', people: isHere(speaker) ? [speaker] : [] };
}
