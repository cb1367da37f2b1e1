import type { Split } from '@multaqa/shared/facilitate/polls/polls.split';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { type Dimension, dimensions } from '@multaqa/shared/facilitate/polls/sheet';
import { isHost } from '@multaqa/shared/kernel/context';
import { useEffect, useState } from 'react';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
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

/** A result by groups with their names; null until it has come, or where it is not told. It is asked for again when votes come. */
export function useSplit({ run, voters, status }: ShownRun, by: Dimension | null): readonly GroupPart[] | null {
  const dialogue = useDialogue();
  const nameOf = useGroupNames();
  const [split, setSplit] = useState<Split | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of voters, or the close, is another result.
  useEffect(() => {
    let isOver = false;
    if (by === null) return;
    void dialogue.ask('polls.split', { run, by }).then(answer => {
      if (!isOver && answer.ok) setSplit(answer.answer as Split | null);
    });
    return () => {
      isOver = true;
    };
  }, [dialogue, run, by, voters, status]);
  if (by === null || split?.by !== by) return null;
  return split.groups.map(({ group, tally }) => ({ group, tally, ...nameOf(by, group) }));
}
