import type { ShownAsk, ShownFloor } from '@multaqa/shared/facilitate/floor/floor.view';
import { ben, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cueOf, standingOf, waitOf, whyOf } from './standing.ts';

const ask = (item: string, person: string, more: Partial<ShownAsk> = {}): ShownAsk => ({
  ...{ item, person, as: 'turn', at: 1_000, away: null, placed: null },
  ...more,
});
const floor = (more: Partial<ShownFloor> = {}): ShownFloor => ({
  ...{ holder: null, queue: [], round: null, usual: 60 },
  ...more,
});
const turn = { turn: 4, person: dina, as: 'turn', since: 10_000, seconds: 90, away: null } as const;
const round = {
  round: 'round',
  order: 'random',
  seconds: 30,
  waiting: [],
  again: [],
  heard: [],
  stage: 'first',
} as const;

describe('what the big button says', () => {
  test('[F5] on a free floor asking is speaking, but not where hosts give it, nor in a round', () => {
    expect(standingOf(floor(), cleo, 'municipality').kind).toBe('free');
    expect(standingOf(floor(), cleo, 'hand').kind).toBe('ask');
    expect(standingOf(floor({ round }), cleo, 'municipality').kind).toBe('ask');
    expect(standingOf(floor({ holder: turn }), cleo, 'municipality').kind).toBe('ask');
    // Whoever is away is passed over, so that the floor is free all the same.
    expect(standingOf(floor({ queue: [ask('one', ben, { away: 1 })] }), cleo, 'municipality').kind).toBe('free');
  });

  test('[F6] who waits behind people who are away is next', () => {
    const queue = [ask('one', ben, { away: 1 }), ask('two', cleo)];
    expect(standingOf(floor({ holder: turn, queue }), cleo, 'municipality').kind).toBe('next');
    const both = [ask('one', ben), ask('two', cleo)];
    expect(standingOf(floor({ holder: turn, queue: both }), cleo, 'municipality')).toMatchObject({
      kind: 'waiting',
      place: 1,
    });
    expect(standingOf(floor({ holder: turn, queue: both }), cleo, 'hand').kind).toBe('asked');
  });

  test('[F8] in a round everybody is told how many come before, and nobody who has spoken', () => {
    const on = floor({ holder: { ...turn, as: 'round' }, round: { ...round, waiting: [dina, ben, cleo] } });
    expect(standingOf(on, cleo, 'municipality')).toEqual({ kind: 'round', ahead: 1 });
    expect(standingOf(on, dina, 'municipality').kind).toBe('holding');
    const later = floor({ holder: turn, round: { ...round, waiting: [ben], again: [cleo], heard: [dina] } });
    expect(standingOf(later, cleo, 'municipality')).toEqual({ kind: 'round', ahead: 1 });
  });
});

describe('the wait', () => {
  const people = fc.array(
    fc.record(
      { as: fc.constantFrom('turn', 'reply', 'process'), away: fc.constantFrom(null, 5) },
      { noNullPrototype: true },
    ),
    { maxLength: 12 },
  );

  test('is never shorter at a later place, and never longer later on', () => {
    fc.assert(
      fc.property(people, fc.nat(200_000), fc.nat(200_000), (all, first, more) => {
        const queue = all.map((one, at) => ask(String(at), String(at), one as Partial<ShownAsk>));
        const of = floor({ holder: turn, queue });
        const waits = queue.map((_, place) => waitOf(of, place, first));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
        for (const place of queue.keys())
          expect(waitOf(of, place, first + more)).toBeLessThanOrEqual(waitOf(of, place, first));
      }),
    );
  });

  test('is what is left of the turn, and a usual one for each of those ahead who are here', () => {
    const queue = [ask('one', ben, { as: 'reply' }), ask('two', cleo, { away: 1 }), ask('three', dina)];
    expect(waitOf(floor({ holder: turn, queue }), 2, 30_000)).toBe(40 + limits.replySeconds);
    expect(waitOf(floor({ queue: [ask('one', ben), ask('two', cleo)] }), 1, 0)).toBe(60);
    expect(waitOf(floor({ round: { ...round, waiting: [ben], again: [cleo] } }), 0, 0)).toBe(60);
  });
});

describe('the reason of a place', () => {
  test('[F11] is told by who asked when, and by a host’s word, without anybody’s numbers', () => {
    const less = ask('less', ben, { at: 3_000 });
    const mine = ask('mine', cleo, { at: 2_000 });
    expect(whyOf([less, mine], 'mine')).toEqual({ why: 'less', count: 1 });
    expect(whyOf([less, mine], 'less')).toEqual({ why: 'overtook', count: 1 });
    expect(whyOf([mine, less], 'less')).toEqual({ why: 'earlier', count: 1 });
    expect(whyOf([mine, less], 'mine')).toEqual({ why: 'alone', count: 0 });
    expect(whyOf([ask('reply', ben, { as: 'reply' }), mine], 'mine')).toEqual({ why: 'first', count: 1 });
    expect(whyOf([mine, { ...less, placed: 1 }], 'less').why).toBe('hosts');
  });
});

test('a turn is told in its last ten seconds and at its end, and one of any length never', () => {
  const end = turn.since + turn.seconds * 1_000;
  expect(cueOf(turn, end - 10_001)).toBe('none');
  expect(cueOf(turn, end - 10_000)).toBe('soon');
  expect(cueOf(turn, end)).toBe('over');
  expect(cueOf({ ...turn, seconds: null }, end)).toBe('none');
});
