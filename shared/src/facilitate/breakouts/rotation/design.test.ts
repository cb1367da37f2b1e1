import { expect, test } from 'vitest';
import { designOf } from './design.ts';

test('nobody meets anybody twice in a design, and rooms are even', () => {
  let made = 0;
  for (let rooms = 2; rooms <= 60; rooms += 1)
    for (const rows of [2, 5, 8])
      for (const missing of [0, Math.floor(rooms / 2)]) {
        const people = rooms * rows - missing;
        const rounds = Math.min(rooms, 4);
        const design = designOf(people, rooms, rounds);
        if (!design) continue;
        made += 1;
        const met = new Set<number>();
        for (const roomOf of design) {
          const sizes = Array.from({ length: rooms }, (_, room) => roomOf.filter(one => one === room).length);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          for (let one = 0; one < people; one += 1)
            for (let two = one + 1; two < people; two += 1) {
              if (roomOf[one] !== roomOf[two]) continue;
              expect(met.has(one * people + two), `${rooms} rooms, ${people} people`).toBe(false);
              met.add(one * people + two);
            }
        }
      }
  expect(made).toBeGreaterThan(100);
});

test('there is one for as many rounds as rooms, where rooms are no larger than the least prime power allows', () => {
  expect(designOf(40, 8, 8)).toHaveLength(8);
  expect(designOf(40, 8, 9)).toBeNull();
  expect(designOf(400, 80, 5), '80 is 16 times 5').toHaveLength(5);
  expect(designOf(24, 6, 2), 'rooms of four, and 6 is 2 times 3').toBeNull();
  expect(designOf(5, 1, 1)).toBeNull();
});
