import type { VisitSoFar } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { openPolled, type Polled } from '../../platform/polled.ts';

/** Who was in which breakout of the dialogue and when (ms since the epoch); `to` is null while somebody is there. `at` is when this was so. */
export type Visits = { at: number; of: { readonly [room: RoomId]: readonly VisitSoFar[] } };

const nobody: Visits = { at: 0, of: {} };

/** What really happened in breakouts so far, at most half a minute old; nobody was anywhere before it has come. */
export function useVisits(): Visits {
  const visits = visitsOf(useDialogue());
  return useSyncExternalStore(visits.subscribe, visits.current) ?? nobody;
}

const known = new WeakMap<Dialogue, Polled<Visits>>();

function visitsOf(dialogue: Dialogue): Polled<Visits> {
  const before = known.get(dialogue);
  if (before) return before;
  const visits = openPolled(async () => {
    const asked = await dialogue.ask('sessions.visits', {});
    if (!asked.ok) return null;
    const at = Date.now() + (dialogue.store.getState().snapshot?.clockOffset ?? 0);
    return { at, of: asked.answer as Visits['of'] };
  }, 30_000);
  known.set(dialogue, visits);
  return visits;
}
