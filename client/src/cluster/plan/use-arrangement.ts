import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import { useMemo } from 'react';
import type { CommandInput } from '../../dialogue/commands.ts';
import type { OutboxItem } from '../../dialogue/outbox.ts';
import { withMoves } from '../../dialogue/people-columns.ts';
import { useOutbox, useView } from '../../dialogue/use-dialogue.ts';

/** An arrangement as this person has just changed it; the people in `onTheWay` were moved here and the server has not told it yet. */
export type Shown = ArrangementView & { onTheWay: ReadonlySet<string> };

/** The arrangements of a dialogue, the newest first. Empty for who is not told of them. */
export function useArrangements(): readonly ArrangementView[] {
  const arrangements = useView(({ cluster }) => cluster.plan?.arrangements);
  return useMemo(() => Object.values(arrangements ?? {}).sort((a, b) => b.madeAt - a.madeAt), [arrangements]);
}

/** An arrangement with one's own moves in it at once. */
export function useShown(arrangement: ArrangementView): Shown {
  const moves = useOutbox(items => items.filter(isMove));
  return useMemo(() => {
    const own = moves
      .map(({ input }) => input as CommandInput<'cluster.move'>)
      .filter(move => move.arrangement === arrangement.arrangement);
    return { ...arrangement, ...withMoves(arrangement.of, own) };
  }, [arrangement, moves]);
}

const isMove = ({ kind, state }: OutboxItem): boolean => kind === 'cluster.move' && state !== 'refused';
