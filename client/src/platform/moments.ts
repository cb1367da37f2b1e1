import type { Language } from '@multaqa/shared/kernel/languages';
import { useLanguage } from './languages.ts';
import { useCommonText as useText } from './texts.ts';
import { deviceZone, wallClockAt } from './zones.ts';

/** Instants in words, for the person who reads them. All times in ms since the epoch. */
export type Moments = {
  /** "Tue 29 Sep, 10:00 your time (11:00 in Amman)"; the second part when the clocks differ. */
  appointment(at: number, zone: string): string;
  /** "29 Sep" */
  day(at: number): string;
  /** "Tuesday, 29 September" */
  fullDay(at: number): string;
  /** "10:00" */
  time(at: number): string;
  /** "in 25 minutes", "2 days ago" */
  relative(at: number, now: number): string;
  /** "12:40", for what is counted down or up. */
  clock(ms: number): string;
};

/** Writes instants in the language and the time zone of this device. */
export function useMoments(): Moments {
  const { language, locale } = useLanguage();
  const text = useText();
  const isKnown = latest?.locale === locale && latest.text === text;
  if (!latest || !isKnown) latest = { locale, text, moments: momentsIn(language, locale, text) };
  return latest.moments;
}

// Every message has a time, and making a formatter costs more than drawing a message.
let latest: { locale: string; text: ReturnType<typeof useText>; moments: Moments } | null = null;

function momentsIn(language: Language, locale: string, text: ReturnType<typeof useText>): Moments {
  const own = deviceZone();
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const day = format({ day: 'numeric', month: 'short' });
  const fullDay = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const moment = format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2, useGrouping: false });
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  return {
    appointment(at, zone) {
      const mine = text('moments.yours', { moment: moment.format(at) });
      const here = wallClockAt(at, own);
      const there = wallClockAt(at, zone);
      if (here.time === there.time && here.date === there.date) return mine;
      const options = { timeZone: zone, hour: '2-digit', minute: '2-digit' } as const;
      const other = format(here.date === there.date ? options : { ...options, weekday: 'short' }).format(at);
      return text('moments.elsewhere', { mine, time: other, place: placeOf(zone, language) });
    },
    day: at => day.format(at),
    fullDay: at => fullDay.format(at),
    time: at => time.format(at),
    relative(at, now) {
      const minutes = Math.round((at - now) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      const hours = Math.round(minutes / 60);
      return Math.abs(hours) < 24 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
    },
    clock(ms) {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      const hours = Math.floor(seconds / 3600);
      const minutes = Math.floor(seconds / 60) % 60;
      const tail = `${twoDigits.format(minutes)}:${twoDigits.format(seconds % 60)}`;
      return hours > 0 ? `${digits.format(hours)}:${tail}` : tail;
    },
  };
}

/** How people call the place whose clocks a zone follows; Arabic names the country's time, because zone names are Latin. */
export function placeOf(zone: string, language: string): string {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  if (language !== 'ar') return city;
  const parts = new Intl.DateTimeFormat('ar', { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? city;
}
