import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useServerClock, useView } from '../../../dialogue/use-dialogue.ts';

/** Who was in which breakout and when (ms since the epoch); `to` is null while somebody is there. `at` is when this was so. */
export type Visits = {
  at: number;
  of: { readonly [room: RoomId]: readonly { person: string; from: number; to: number | null }[] };
};

const nobody: Visits = { at: 0, of: {} };

/** What really happened in breakouts so far; asked again whenever some have closed. */
export function useVisits(): Visits {
  const dialogue = useDialogue();
  const now = useServerClock();
  const runs = useView(({ breakouts }) =>
    Object.values(breakouts.plan?.groupings ?? {}).reduce((sum, one) => sum + one.runs.length, 0),
  );
  const [visits, setVisits] = useState(nobody);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each run.
  useEffect(() => {
    let isHere = true;
    void dialogue.ask('sessions.visits', {}).then(asked => {
      if (isHere && asked.ok) setVisits({ at: now(), of: asked.answer as Visits['of'] });
    });
    return () => {
      isHere = false;
    };
  }, [dialogue, now, runs]);
  return visits;
}
