import type { StateParts } from '../../kernel/slice.ts';
import type { Poll, Polls, Run } from './polls.state.ts';

type Rest = Pick<Polls, 'order' | 'shown'>;

const rests = new WeakMap<Polls['order'], Rest>();

/** One part for each poll and each run, so that a vote writes its own run again and nothing else. */
export const parts: StateParts<Polls> = {
  split: ({ polls, runs, order, shown }) => ({
    rest: restOf(order, shown),
    ...Object.fromEntries(Object.entries(polls).map(([id, poll]) => [`poll/${id}`, poll])),
    ...Object.fromEntries(Object.entries(runs).map(([id, run]) => [`run/${id}`, run])),
  }),
  join: kept => ({
    ...(kept.rest as Rest),
    polls: under<Poll>(kept, 'poll/'),
    runs: under<Run>(kept, 'run/'),
  }),
};

const under = <Part>(kept: { readonly [key: string]: unknown }, start: string): { [id: string]: Part } =>
  Object.fromEntries(
    Object.entries(kept).flatMap(([key, part]) =>
      key.startsWith(start) ? [[key.slice(start.length), part as Part]] : [],
    ),
  );

// The same object while both are the same, so that an unchanged part is recognised as such.
function restOf(order: Polls['order'], shown: Polls['shown']): Rest {
  const known = rests.get(order);
  if (known?.shown === shown) return known;
  const rest = { order, shown };
  rests.set(order, rest);
  return rest;
}
