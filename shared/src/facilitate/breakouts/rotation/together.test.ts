import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guestAt } from '../guests.samples.ts';
import { togetherIn, type Visit } from './together.ts';

const [ada, ben, cleo] = [1, 2, 3].map(guestAt) as [string, string, string];
const minutes = (person: string, from: number, to: number): Visit => ({ person, from: from * 60_000, to: to * 60_000 });

describe('who has met', () => {
  test('time together adds up over visits and rooms, and five minutes in one room are a meeting', () => {
    const first = [minutes(ada, 0, 20), minutes(ben, 2, 5), minutes(ben, 10, 13), minutes(cleo, 19, 30)];
    const second = [minutes(ada, 40, 60), minutes(cleo, 41, 60)];
    expect(togetherIn([first, second])).toEqual([
      { one: ada, two: ben, seconds: 360, times: 1 },
      { one: ada, two: cleo, seconds: 60 + 19 * 60, times: 1 },
    ]);
  });

  test('who was absent has met nobody', () => {
    expect(togetherIn([[minutes(ada, 0, 20), minutes(ben, 20, 40)]])).toEqual([]);
  });

  test('in a short round half of it is enough, in a room that opened by mistake nothing is', () => {
    const short = (seconds: number) => {
      const to = (seconds * 2) / 60;
      return togetherIn([[minutes(ada, 0, to), minutes(ben, to / 2, to)]]).map(({ times }) => times);
    };
    expect(short(120), 'half of four minutes').toEqual([1]);
    expect(short(59)).toEqual([0]);
    expect(short(299)).toEqual([1]);
    expect(togetherIn([[minutes(ada, 0, 60), minutes(ben, 56, 60)]]).map(({ times }) => times)).toEqual([0]);
  });

  test('[law] it is the same whoever comes first, each pair is told once, and nobody is together longer than the room was open', () => {
    const visit = fc
      .tuple(fc.constantFrom(ada, ben, cleo, guestAt(4)), fc.nat(60), fc.nat(30))
      .map(([person, from, stays]) => minutes(person, from, from + stays));
    // Nobody is in a room twice at once.
    const room = fc
      .array(visit, { maxLength: 12, size: 'max' })
      .map(visits =>
        visits.filter(
          (one, at) =>
            !visits.some(
              (two, other) => other < at && two.person === one.person && two.from <= one.to && one.from <= two.to,
            ),
        ),
      );
    fc.assert(
      fc.property(fc.array(room, { maxLength: 4, size: 'max' }), rooms => {
        const told = togetherIn(rooms);
        expect(togetherIn([...rooms].reverse().map(visits => [...visits].reverse()))).toEqual(told);
        expect(new Set(told.map(({ one, two }) => `${one} ${two}`)).size).toBe(told.length);
        for (const { one, two, seconds, times } of told) {
          expect(one < two).toBe(true);
          expect(seconds).toBeLessThanOrEqual(rooms.length * 90 * 60);
          expect(times).toBeLessThanOrEqual(rooms.length);
          expect(seconds).toBeGreaterThanOrEqual(times * 60);
        }
      }),
    );
  });
});
