import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { EvaluatedPaper } from '@multaqa/shared/facilitate/polls/paper';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../../dialogue/dialogue.ts';
import { useMe, useOwn } from '../../../dialogue/use-dialogue.ts';
import { get, postAlone, refusedBy } from '../../../platform/http.ts';
import { type Listeners, openListeners } from '../../../platform/listeners.ts';
import { followPage } from '../../../platform/page-events.ts';
import { resultOrNull } from '../../../platform/report-fault.ts';
import { deviceStore } from '../../../platform/storage.ts';
import { openPaper, type Paper } from './paper.ts';
import type { PaperStanding } from './paper-state.ts';

/**
 * A person's ballot for a run of an anonymous poll. `ballot` is what they chose last, `counted` what is in the box as far as that is
 * known; `refusal` says why a ballot that was `refused` does not count.
 */
export type PaperBallot = {
  state: PaperStanding;
  ballot: Ballot | null;
  counted: Ballot | 'unknown' | null;
  refusal: string | null;
  cast(ballot: Ballot): void;
};

type Held = { paper: Paper; changes: Listeners<void> };

// They go on while nothing shows them: a ballot that is kept is cast when the line is back.
const held = new Map<string, Held>();
const store = deviceStore('papers');

/** Prepares a paper as soon as the poll is shown, and casts ballots on it. `room` is the one of the run where this person is. */
export function usePaper(run: ShownRun, room: RoomId): PaperBallot {
  const dialogue = useDialogue();
  const { person } = useMe();
  const issued = useOwn(own => {
    const known = own.polls?.[run.run];
    return known && 'blinded' in known ? known.blinded : null;
  });
  const key = run.key ?? '';
  const { paper, changes } = useMemo(
    () => hold(dialogue, { person, run: run.run, room, key, groups: run.labels }),
    [dialogue, person, run.run, room, key, run.labels],
  );
  useEffect(() => {
    if (issued) paper.issued(issued);
  }, [paper, issued]);
  useEffect(
    () =>
      followPage(event => {
        if (event === 'shown') paper.refresh();
        if (event !== 'hidden') paper.wake();
      }),
    [paper],
  );
  useEffect(() => {
    // What was chosen is nobody's business any more; a ballot that is still on its way is answered first.
    if (run.status !== 'open' && paper.standing().state !== 'kept') paper.forget();
  }, [paper, run.status]);
  const told = useSyncExternalStore(changes.add, () =>
    JSON.stringify({ ...paper.standing(), refusal: paper.refusal() }),
  );
  return useMemo(() => ({ ...(JSON.parse(told) as Omit<PaperBallot, 'cast'>), cast: paper.cast }), [told, paper]);
}

type Wanted = { person: string; run: string; room: RoomId; key: string; groups: readonly string[] };

function hold({ id, send }: Dialogue, { person, run, room, key, groups }: Wanted): Held {
  const owner = `${id}/${person}/${run}`;
  const known = held.get(owner);
  if (known) return known;
  const changes = openListeners<void>();
  const paper = openPaper({
    run: { dialogue: id, run, key },
    ...{ store, owner, groups },
    tools: () => resultOrNull(import('./oprf.ts'), 'paper', 'TypeError'),
    ask: blinded => send('polls.paper', { run, room, blinded }, { forgetRefusal: true }),
    fetch: () => get<EvaluatedPaper & { group: string | null }>(`/dialogues/${id}/polls/${run}/paper`).catch(refusalOf),
    put: ballot => postAlone('/ballots', ballot).then(() => null, refusalOf),
    changed: () => changes.tell(),
    delay,
  });
  held.set(owner, { paper, changes });
  return { paper, changes };
}

const refusalOf = (error: unknown): string => refusedBy(error).refusal;

function delay(ms: number): { over: Promise<void>; stop(): void } {
  let stop = () => {};
  const over = new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms);
    stop = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  return { over, stop };
}
