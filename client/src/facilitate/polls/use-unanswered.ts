import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useOutbox, useOwn } from '../../dialogue/use-dialogue.ts';
import { useCastHere } from './cast-here.ts';
import { useRunsHere } from './use-runs.ts';

/** The open polls of the room in which one has no ballot yet, neither counted nor on its way. */
export function useUnanswered(): readonly ShownRun[] {
  const runs = useRunsHere();
  const own = useOwn(({ polls }) => polls);
  const sent = useOutbox(all =>
    all.flatMap(({ kind, state, input }) =>
      kind === 'polls.vote' && state !== 'refused' ? [(input as { run: string }).run] : [],
    ),
  );
  const castHere = useCastHere();
  return runs.filter(({ run, status }) => {
    const cast = own?.[run];
    return status === 'open' && !(cast && 'ballot' in cast) && !sent.includes(run) && !castHere.includes(run);
  });
}
