import type { VisitSoFar } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';

type Visit = { person: string; from: number; to: number };

/** Who was in which breakout of the dialogue, and when, by room; those who are there now until now. Null before it has come. */
export function useVisits(): readonly (readonly Visit[])[] | null {
  const visits = visitsOf(useDialogue());
  return useSyncExternalStore(visits.subscribe, visits.current);
}

const known = new WeakMap<Dialogue, Polled<Visit[][]>>();

function visitsOf(dialogue: Dialogue): Polled<Visit[][]> {
  const before = known.get(dialogue);
  if (before) return before;
  const visits = openPolled(async () => {
    const asked = await dialogue.ask('sessions.visits', {});
    if (!asked.ok) return null;
    const now = Date.now() + (dialogue.store.getState().snapshot?.clockOffset ?? 0);
    const rooms = Object.values(asked.answer as { [room: string]: VisitSoFar[] });
    return rooms.map(all => all.map(visit => ({ ...visit, to: visit.to ?? now })));
  }, 30_000);
  known.set(dialogue, visits);
  return visits;
}
