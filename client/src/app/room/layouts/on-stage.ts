/** What the stage shows: what a feature brings, such as a shared screen, or one or two people. */
export type OnStage = { kind: 'feature' } | { kind: 'people'; people: readonly string[] };

export type Candidates = {
  /** A feature has something to show. */
  isTaken: boolean;
  /** The person whom the viewer has pinned. */
  pinned: string | null;
  /** The people whom a host has put into the spotlight for everybody. */
  spotlight: readonly string[];
  /** Who speaks, or did last. */
  speaker: string | null;
  /** Who is in the room. */
  present: readonly string[];
};

/** A feature comes first, then one's own pin, then the spotlight, then the speaker. Who has left is nobody's choice. */
export function onStage({ isTaken, pinned, spotlight, speaker, present }: Candidates): OnStage {
  const isHere = (person: string | null): person is string => person !== null && present.includes(person);
  if (isTaken) return { kind: 'feature' };
  if (isHere(pinned)) return { kind: 'people', people: [pinned] };
  const lit = spotlight.filter(isHere).slice(0, 2);
  if (lit.length > 0) return { kind: 'people', people: lit };
  return { kind: 'people', people: isHere(speaker) ? [speaker] : [] };
}
