import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { useView } from '../../dialogue/use-dialogue.ts';

type Groupings = { readonly [grouping: string]: GroupingView };

/** The groupings of a session: the rounds of a rotation in their order, the others as they were made. */
export const groupingsOf = (groupings: Groupings, session: string): GroupingView[] =>
  Object.values(groupings)
    .filter(one => one.session === session)
    .sort((a, b) => (a.round ?? 0) - (b.round ?? 0) || a.madeAt - b.madeAt);

const none: Groupings = {};

/** The first grouping of a session that was not open yet, for hosts; null when all were. */
export function useNextGrouping(session: string): GroupingView | null {
  const groupings = useView(({ breakouts }) => breakouts.plan?.groupings ?? none);
  const live = useView(({ breakouts }) => breakouts.live[session]?.grouping);
  return (
    groupingsOf(groupings, session).find(
      ({ grouping, runs, rooms }) => runs.length === 0 && rooms.length > 0 && grouping !== live,
    ) ?? null
  );
}
