import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { useMemo } from 'react';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';

/** What runs or has run in the room one sits in: what is open first, then the newest. */
export function useRunsHere(): readonly ShownRun[] {
  const { place } = useMe();
  const runs = useView(({ polls }) => polls.runs);
  const room = place?.room ?? '';
  return useMemo(
    () =>
      Object.values(runs)
        .filter(({ rooms }) => rooms.includes(room))
        .sort((a, b) => Number(b.status === 'open') - Number(a.status === 'open') || b.launchedAt - a.launchedAt),
    [runs, room],
  );
}

/** How many sit where a run can be voted in; at least as many as were there when it ended. */
export function usePresent({ rooms, session, status, present }: ShownRun): number {
  return useView(({ sessions }) => {
    const found = sessions[session];
    if (status !== 'open' || found?.status !== 'open') return present;
    return rooms.reduce((sum, room) => sum + (found.sizes[room] ?? 0), 0);
  });
}

/** The runs of the same poll before this one, the newest first. */
export function useEarlier({ poll, launchedAt }: ShownRun): readonly ShownRun[] {
  const runs = useView(({ polls }) => polls.runs);
  return useMemo(
    () =>
      Object.values(runs)
        .filter(one => one.poll === poll && one.launchedAt < launchedAt && one.tally !== null)
        .sort((a, b) => b.launchedAt - a.launchedAt),
    [runs, poll, launchedAt],
  );
}
