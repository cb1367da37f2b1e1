import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orders, sectionsOf } from './order.ts';

const statuses = ['open', 'pinned', 'parked', 'waiting', 'hidden'] as const;
const rooms = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...statuses)), { maxLength: 12, size: 'max' }).map(all => {
  const questions = all.map(
    ([support, status], seq): ShownQuestion => ({
      ...{ question: `q${seq}`, seq, at: seq, text: '?', asker: null, from: null, support, merged: [] },
      standing: { status },
    }),
  );
  const places = questions.filter(({ standing }) => standing.status === 'open').slice(0, 3);
  return {
    questions: Object.fromEntries(questions.map(one => [one.question, one])),
    fair: places.reverse().map(({ question }) => ({ question, why: 'most' as const })),
    stage: null,
  };
});
const names = (list: readonly ShownQuestion[]) => list.map(({ question }) => question);

describe('the sections of a room', () => {
  test.each(orders)('have every question once, in the order %s', order => {
    fc.assert(
      fc.property(rooms, room => {
        const { pinned, open, parked, answered, waiting, away } = sectionsOf(room, order);
        const all = [pinned, open, parked, answered, waiting, away].flatMap(names);
        expect(all.sort()).toEqual(Object.keys(room.questions).sort());
      }),
    );
  });

  test('begin with the fair places, and go on with those that most support', () => {
    fc.assert(
      fc.property(rooms, room => {
        const { open } = sectionsOf(room, 'fair');
        const fair = room.fair.map(({ question }) => question);
        expect(names(open).slice(0, fair.length)).toEqual(fair);
        const rest = open.slice(fair.length).map(({ support }) => support);
        expect(rest).toEqual([...rest].sort((a, b) => b - a));
      }),
    );
  });

  test('can be read from the newest to the oldest', () => {
    fc.assert(
      fc.property(rooms, room => {
        const asked = sectionsOf(room, 'newest').open.map(({ seq }) => seq);
        expect(asked).toEqual([...asked].sort((a, b) => b - a));
      }),
    );
  });
});
