import type { Invitation } from '@multaqa/shared/invitation';

export type CalendarInput = {
  title: string;
  sessions: Invitation['sessions'];
  /** The personal link, and the sentence that goes with it. */
  link: string;
  note: string;
  /** Ms since the epoch. */
  now: number;
};

/**
 * The sessions of a dialogue as an iCalendar file (RFC 5545). An event keeps its id, so that a file which is imported again
 * corrects it; it is private, because the link in it is.
 */
export function calendarOf({ title, sessions, link, note, now }: CalendarInput): string {
  const lines = sessions.flatMap(session => [
    'BEGIN:VEVENT',
    `UID:${session.session}@multaqa`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(session.startsAt)}`,
    `DTEND:${instant(session.startsAt + session.minutes * 60_000)}`,
    `SUMMARY:${escaped(`${session.title} · ${title}`)}`,
    `DESCRIPTION:${escaped([session.goal, note, link].filter(Boolean).join('\n\n'))}`,
    `URL:${link}`,
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(session.title)}`,
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Multaqa//Multaqa//EN', ...lines, 'END:VCALENDAR'];
  return all.map(line => `${folded(line)}\r\n`).join('');
}

/** 20260929T080000Z */
const instant = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, found => `\\${found}`).replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();
/** Octets of a line, without its end. */
const longest = 75;

/** A long line goes on in the next one behind a blank; no letter is divided. */
function folded(line: string): string {
  let room = longest;
  let result = '';
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) {
      result += '\r\n ';
      room = longest - 1;
    }
    result += letter;
    room -= size;
  }
  return result;
}
