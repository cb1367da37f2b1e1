import { describe, expect, test } from 'vitest';
import { instantOf, wallClockAt } from './zones.ts';

const at = (iso: string) => Date.parse(iso);

describe('clocks of other places', () => {
  test('ten in the morning in Tunis is nine in UTC', () => {
    expect(instantOf({ date: '2026-09-29', time: '10:00' }, 'Africa/Tunis')).toBe(at('2026-09-29T09:00Z'));
  });

  test('a wall clock and its instant lead back to each other all through a year', () => {
    for (const zone of ['Africa/Tunis', 'Asia/Amman', 'Europe/Berlin', 'Africa/Casablanca', 'Asia/Kathmandu'])
      for (let hour = at('2026-01-01T00:00Z'); hour < at('2027-01-01T00:00Z'); hour += 29 * 3_600_000) {
        const clock = wallClockAt(hour, zone);
        const back = instantOf(clock, zone);
        expect(wallClockAt(back ?? 0, zone)).toEqual(clock);
      }
  });

  test('a time that summer time skips means the moment after the change', () => {
    expect(instantOf({ date: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe(at('2026-03-29T01:30Z'));
  });

  test('a time that comes twice means the first', () => {
    expect(instantOf({ date: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe(at('2026-10-25T00:30Z'));
  });

  test('what is no date is no instant', () => {
    expect(instantOf({ date: '', time: '10:00' }, 'UTC')).toBeNull();
  });
});
