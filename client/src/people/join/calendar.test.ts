import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const link = 'https://example.org/j/#abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const session = {
  session: '0198c5a0-0000-7000-8000-000000000001',
  title: 'Where our towns stand',
  goal: 'One practice each',
  startsAt: Date.UTC(2026, 8, 29, 8),
  minutes: 90,
  zone: 'Asia/Amman',
  status: 'planned' as const,
};
const fileOf = (title: string, sessionTitle = session.title, goal = session.goal) =>
  calendarOf({
    title,
    sessions: [{ ...session, title: sessionTitle, goal }],
    link,
    note: 'For you alone.',
    now: Date.UTC(2026, 8, 1),
  });
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const valueIn = (file: string, name: string) =>
  unfold(file)
    .find(line => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const read = (text = '') => text.replace(/\\([\\;,n])/g, (_, one) => (one === 'n' ? '\n' : one));

describe('the calendar file', () => {
  test('has an event for each session with its own id, in UTC, and is private', () => {
    const file = calendarOf({
      title: 'Local jobs',
      sessions: [session, { ...session, session: 'second' }],
      link,
      note: '',
      now: 0,
    });
    const lines = unfold(file);
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Multaqa//Multaqa//EN']);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines.filter(line => line.startsWith('UID:'))).toEqual([
      'UID:0198c5a0-0000-7000-8000-000000000001@multaqa',
      'UID:second@multaqa',
    ]);
    for (const line of [
      'DTSTAMP:19700101T000000Z',
      'DTSTART:20260929T080000Z',
      'DTEND:20260929T093000Z',
      'CLASS:PRIVATE',
    ])
      expect(lines).toContain(line);
    expect(lines).toContain(`URL:${link}`);
  });

  test('no line is longer than 75 octets, no letter is divided, and every text is read as it was', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'ab ,;\\\n\u0628\u0629é😀', 'END:VEVENT', '\r\n'),
      maxLength: 120,
    });
    fc.assert(
      fc.property(text, text, text, (title, sessionTitle, goal) => {
        const file = fileOf(title, sessionTitle, goal);
        expect(file.endsWith('\r\n')).toBe(true);
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(new TextDecoder().decode(new TextEncoder().encode(line))).toBe(line);
        }
        const plain = (one: string) => one.replace(/\r\n|\r/g, '\n');
        expect(read(valueIn(file, 'SUMMARY'))).toBe(plain(`${sessionTitle} · ${title}`));
        expect(read(valueIn(file, 'DESCRIPTION'))).toContain(plain(goal));
        expect(unfold(file).filter(line => line === 'END:VEVENT')).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
