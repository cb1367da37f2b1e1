import { expect, test } from 'vitest';
import { ada, ben, cleo, dina } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import {
  after,
  ask,
  assembled,
  holder,
  id,
  people,
  refused,
  room,
  rule,
  start,
  step,
  tried,
  waiting,
} from './meeting.samples.ts';

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

test('a host’s place stays while the queue moves up, and skipping puts somebody behind all others', () => {
  const asked = after(
    assembled,
    start,
    ask(ben, id(1)),
    ...people.slice(1).map((person, at) => ask(person, id(at + 2))),
  );
  const [, b = '', c = '', d = '', e = '', f = ''] = people;
  const moved = after(asked, start, step(ada, 'place', { room, item: id(6), to: 1 }));
  expect(waiting(moved)).toEqual([b, f, c, d, e]);
  const served = after(moved, start, step(ben, 'done', { room, turn: 0 }));
  expect([holder(served), waiting(served)]).toEqual([b, [f, c, d, e]]);
  const skipped = after(served, start, step(ada, 'skip', { room, item: id(6) }));
  expect(waiting(skipped)).toEqual([c, d, e, f]);
});
