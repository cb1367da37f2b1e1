import type { StateParts } from '../../kernel/slice.ts';
import type { Breakouts, Grouping } from './breakouts.state.ts';

type Rest = Pick<Breakouts, 'harvests' | 'rotation'>;

/** One part for each grouping and one for what is open, so that a move of somebody writes one of them again. */
export const parts: StateParts<Breakouts> = {
  split: ({ groupings, live, harvests, rotation }) => ({
    rest: { harvests, rotation },
    live,
    ...Object.fromEntries(Object.entries(groupings).map(([id, grouping]) => [`grouping/${id}`, grouping])),
  }),
  join: kept => ({
    ...(kept.rest as Rest),
    live: kept.live as Breakouts['live'],
    groupings: Object.fromEntries(
      Object.entries(kept).flatMap(([key, part]) =>
        key.startsWith('grouping/') ? [[key.slice('grouping/'.length), part as Grouping] as const] : [],
      ),
    ),
  }),
};
