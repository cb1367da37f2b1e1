import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slices } from '../../dialogue.ts';
import { sampleSessions } from '../../kernel/messages.samples.ts';
import { diff, type Json } from '../../kernel/patch.ts';
import type { Recorded } from '../../kernel/slice.ts';
import type { FloorFact } from './floor.evolve.ts';
import { type Floor, floorOf, roomOf } from './floor.state.ts';

const { floor } = slices;
const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const start = 1_600_000_000_000;
const id = (count: number) => `${String(count).padStart(8, '0')}-3333-4000-8000-000000000000`;

const told = (fact: FloorFact, at: number) =>
  ({ ...fact, v: 1, personal: null, seq: 0, at, actor: 'engine' }) as Recorded<FloorFact>;
const asked = (count: number): FloorFact => ({
  kind: 'floor.asked',
  data: { room, item: id(count), person: id(count), as: 'turn', town: `T${count % 40}`, heard: 0, factor: 1 },
});
const given = (turn: number, person: string, item: string | null): FloorFact => ({
  kind: 'floor.given',
  data: { room, turn, person, as: 'turn', item, seconds: 60, others: 'free', town: null, heard: 0, factor: 1 },
});
const ended = (turn: number): FloorFact => ({ kind: 'floor.ended', data: { room, turn, reason: 'done' } });
const after = (state: Floor, facts: readonly FloorFact[], at: number) =>
  facts.reduce((now, fact) => floor.evolve(now, told(fact, at)), state);
const shown = (state: Floor) => floor.view(state, { role: 'participant', place: { session, room }, watches: [] });

test('an ask, a turn and a word of a host tell a room in which five hundred wait a few hundred bytes', () => {
  const crowd = Array.from({ length: 500 }, (_, at) => asked(at + 1)).reduce(
    (state, fact, at) => floor.evolve(state, told(fact, start + at)),
    after({}, [given(0, id(900), null)], start),
  );
  expect(shown(crowd).rooms[room]?.queue).toHaveLength(500);
  const sizeOf = (next: Floor) =>
    JSON.stringify(diff(shown(crowd) as unknown as Json, shown(next) as unknown as Json)).length;
  expect(sizeOf(after(crowd, [asked(501)], start + 1_000))).toBeLessThan(400);
  const [first] = shown(crowd).rooms[room]?.queue ?? [];
  expect(
    sizeOf(after(crowd, [ended(0), given(1, first?.person ?? '', first?.item ?? '')], start + 2_000)),
  ).toBeLessThan(600);
});

test('[F2] a clock that is set back costs nobody their place and takes nobody’s time away', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { minLength: 2, maxLength: 20 }), steps => {
      let state: Floor = {};
      for (const [at, step] of steps.entries()) {
        const now = start + step;
        state = after(state, [asked(at), given(at, id(at), id(at))], now);
        state = after(state, [ended(at)], start);
      }
      const { spoken, rooms } = floorOf(state, session);
      expect(Object.values(spoken).every(({ held }) => held >= 0)).toBe(true);
      expect(Object.keys(rooms)).toEqual([room]);
      const { queue, holder, turns } = roomOf(floorOf(state, session), room);
      expect([queue, holder, turns]).toEqual([[], null, steps.length]);
    }),
    { numRuns: 50 },
  );
});
