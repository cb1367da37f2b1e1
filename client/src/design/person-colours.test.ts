import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coloursFor, coloursOf, initialsOf } from './person-colours.ts';

test('initials are the first letters of the first and the last word', () => {
  expect(initialsOf('Ada')).toBe('A');
  expect(initialsOf('ben de la Cruz')).toBe('BC');
  expect(initialsOf('  “Cleo”  Ørsted ')).toBe('CØ');
  expect(initialsOf('')).toBe('');
});

test('Arabic initials do not join into a word', () => {
  expect(initialsOf('ليلى بن عمر')).toBe('ل\u00a0ع');
});

test('a person keeps their colours', () => {
  expect(coloursOf('ada')).toBe(coloursOf('ada'));
});

describe('the colours of a dialogue', () => {
  const key = fc.string({ maxLength: 3 });
  const roster = fc.uniqueArray(fc.record({ id: fc.uuid(), sortedBy: fc.tuple(key, key) }), {
    maxLength: 80,
    selector: ({ id }) => id,
  });

  test('differ between neighbours in every order', () => {
    fc.assert(
      fc.property(roster, people => {
        const colours = coloursFor(people);
        for (const at of [0, 1] as const) {
          const sorted = [...people].sort((a, b) =>
            a.sortedBy[at] < b.sortedBy[at] ? -1 : a.sortedBy[at] > b.sortedBy[at] ? 1 : 0,
          );
          sorted.forEach(({ id }, place) => {
            for (const other of sorted.slice(place + 1, place + 3))
              expect(colours.get(id)).not.toBe(colours.get(other.id));
          });
        }
      }),
    );
  });

  test('stay when others come', () => {
    fc.assert(
      fc.property(roster, fc.nat(80), (people, count) => {
        const before = coloursFor(people.slice(0, count));
        const after = coloursFor(people);
        for (const [id, colour] of before) expect(after.get(id)).toBe(colour);
      }),
    );
  });
});
