import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';

/** The groupings of a session: the rounds of a rotation in their order, the others as they were made. */
export const groupingsOf = (
  groupings: { readonly [grouping: string]: GroupingView },
  session: string,
): GroupingView[] =>
  Object.values(groupings)
    .filter(one => one.session === session)
    .sort((a, b) => (a.round ?? 0) - (b.round ?? 0) || a.madeAt - b.madeAt);
