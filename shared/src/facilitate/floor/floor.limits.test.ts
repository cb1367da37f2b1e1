import { expect, test } from 'vitest';
import { ada, ben, cleo, dina } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { after, ask, assembled, id, refused, room, rule, start, step, tried } from './meeting.samples.ts';

test('an id that somebody used for a place that they gave up is nobody else’s, and a turn grows to twice the longest', () => {
  const out = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)), step(cleo, 'withdraw', { room, item: id(2) }));
  expect(tried(out, start, ask(dina, id(2)))).toEqual(refused('floor.taken'));
  const longest = after(assembled, start, rule({ cap: limits.longestTurn }), ask(ben, id(1)));
  const more = step(ada, 'extend', { room, turn: 0, seconds: limits.longestTurn });
  const twice = after(longest, start, more);
  expect(tried(twice, start, step(ada, 'extend', { room, turn: 0, seconds: limits.shortestTurn }))).toEqual(
    refused('floor.no-limit'),
  );
});

test('a turn lasts from the shortest to the longest that can be set, not a second less or more', () => {
  const tryCap = (cap: number) => tried(assembled, start, rule({ cap }));
  for (const cap of [limits.shortestTurn, limits.longestTurn]) expect(tryCap(cap)?.ok).toBe(true);
  for (const cap of [limits.shortestTurn - 1, limits.longestTurn + 1])
    expect(tryCap(cap)).toEqual(refused('malformed'));
});
