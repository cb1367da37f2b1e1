import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import { useMemo } from 'react';
import type { CommandInput } from '../../dialogue/commands.ts';
import type { OutboxItem } from '../../dialogue/outbox.ts';
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
  return useMemo(() => withMoves(arrangement, moves), [arrangement, moves]);
}

const isMove = ({ kind, state }: OutboxItem): boolean => kind === 'cluster.move' && state !== 'refused';

/** What an arrangement becomes by the moves that are on their way, in their order. */
function withMoves(arrangement: ArrangementView, items: readonly Pick<OutboxItem, 'input'>[]): Shown {
  const of = { ...arrangement.of };
  const onTheWay = new Set<string>();
  for (const { input } of items) {
    const move = input as CommandInput<'cluster.move'>;
    if (move.arrangement !== arrangement.arrangement) continue;
    for (const person of move.people) {
      onTheWay.add(person);
      if (move.to === null) delete of[person];
      else of[person] = move.to;
    }
  }
  return onTheWay.size === 0 ? { ...arrangement, onTheWay } : { ...arrangement, of, onTheWay };
}
