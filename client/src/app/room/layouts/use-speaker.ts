import { useEffect, useState } from 'react';

/** Who is on the stage: who speaks or spoke last; before anybody has, a host, and oneself only when alone. */
export function useSpeaker(
  speaking: readonly string[],
  present: readonly string[],
  { me, isHost }: { me: string; isHost(person: string): boolean },
): string | null {
  const [last, setLast] = useState<string | null>(null);
  const loudest = speaking.find(person => person !== me && present.includes(person));
  useEffect(() => {
    if (loudest) setLast(loudest);
  }, [loudest]);
  if (last && present.includes(last)) return last;
  const others = present.filter(person => person !== me);
  return others.find(isHost) ?? others[0] ?? present[0] ?? null;
}
