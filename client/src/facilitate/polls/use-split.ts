import type { Split } from '@multaqa/shared/facilitate/polls/polls.split';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { type Dimension, dimensions } from '@multaqa/shared/facilitate/polls/sheet';
import { isHost } from '@multaqa/shared/kernel/context';
import { useMemo, useSyncExternalStore } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { openPolled } from '../../platform/polled.ts';
import type { GroupPart } from './results/told.ts';
import { useGroupNames } from './results/use-group-names.ts';

/** By what this person may see a result divided; by clusters only once there are some, by rooms only where there are several. */
export function useDivisions({ sheet, status, rooms }: ShownRun): readonly Dimension[] {
  const { role } = useMe();
  const hasClusters = useView(({ cluster }) => cluster.published !== null);
  const isUseful = (by: Dimension) => (by === 'cluster' ? hasClusters : by !== 'room' || rooms.length > 1);
  if (sheet.names !== 'shown' && status === 'open') return [];
  const isFree = sheet.names === 'shown' || (sheet.names === 'after' && isHost(role));
  return dimensions.filter(by => by === sheet.split || (isFree && isUseful(by)));
}

/** From one look at a divided result to the next, ms: while people vote, and after the close, when it stays as it is. */
const pauses = { open: 3_000, closed: 60_000, discarded: 60_000 };

/** A result by groups with their names; null until it has come, or where it is not told. It is asked for again while people vote. */
export function useSplit({ run, status }: ShownRun, by: Dimension | null): readonly GroupPart[] | null {
  const dialogue = useDialogue();
  const nameOf = useGroupNames();
  const asked = useMemo(
    () =>
      openPolled<Split>(async () => {
        const answer = by ? await dialogue.ask('polls.split', { run, by }) : null;
        return answer?.ok ? (answer.answer as Split | null) : null;
      }, pauses[status]),
    [dialogue, run, by, status],
  );
  const split = useSyncExternalStore(by ? asked.subscribe : idle, asked.current);
  if (by === null || !split) return null;
  return split.groups.map(({ group, tally }) => ({ group, tally, ...nameOf(by, group) }));
}

const idle = () => () => {};
