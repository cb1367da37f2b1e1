import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { guestsOf } from '@multaqa/shared/guests';
import { useMemo } from 'react';
import type { CommandInput } from '../../../dialogue/commands.ts';
import type { OutboxItem } from '../../../dialogue/outbox.ts';
import { withMoves } from '../../../dialogue/people-columns.ts';
import { useOutbox, useView } from '../../../dialogue/use-dialogue.ts';

/** A grouping as this person has just changed it; the people in `onTheWay` were moved here and the server has not told it yet. */
export type ShownGrouping = GroupingView & { onTheWay: ReadonlySet<string> };

/** The groupings of a session, the newest first; of all sessions for null. Empty for who is not told of them. */
export function useGroupings(session: string | null): readonly GroupingView[] {
  const groupings = useView(({ breakouts }) => breakouts.plan?.groupings);
  return useMemo(
    () =>
      Object.values(groupings ?? {})
        .filter(one => session === null || one.session === session)
        .sort((a, b) => b.madeAt - a.madeAt),
    [groupings, session],
  );
}

/** A grouping with one's own moves in it at once. */
export function useShownGrouping(grouping: GroupingView): ShownGrouping {
  const moves = useOutbox(items => items.filter(isMove));
  return useMemo(() => {
    const own = moves
      .map(({ input }) => input as CommandInput<'breakouts.place'>)
      .filter(move => move.grouping === grouping.grouping)
      .map(({ people, room }) => ({ people, to: room }));
    const { of, onTheWay } = withMoves(grouping.places, own);
    return { ...grouping, places: of, onTheWay };
  }, [grouping, moves]);
}

const isMove = ({ kind, state }: OutboxItem): boolean => kind === 'breakouts.place' && state !== 'refused';

/** Everybody who can be given a room. */
export function useGuests() {
  const people = useView(view => view.people);
  const published = useView(({ cluster }) => cluster.published);
  return useMemo(() => guestsOf(people, published), [people, published]);
}
