import { useMemo } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { deviceZone, offsetAt, wallClockAt } from '../../../platform/zones.ts';
import { cityOf, rosterZones } from './roster-zones.ts';
import styles from './TimesThere.module.css';
import { useText } from './texts.ts';

/** What the clocks show where people of the roster live: "Amman 11:00 · Berlin 10:00"; nothing where all are the same. */
export function TimesThere({ at }: { at: number }) {
  const text = useText();
  const { language, locale } = useLanguage();
  const people = useView(view => view.people);
  const zones = useMemo(() => rosterZones(people, at), [people, at]);
  const clocks = new Set([deviceZone(), ...zones.map(({ zone }) => zone)].map(zone => offsetAt(at, zone)));
  if (clocks.size < 2) return null;
  const own = wallClockAt(at, deviceZone()).date;
  // Browsers name zones in English alone; the names of countries they know in every language.
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const nameOf = (zone: string, country: string) =>
    language === 'en' ? cityOf(zone) : (countries.of(country) ?? cityOf(zone));
  const timeOf = (zone: string) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      ...(wallClockAt(at, zone).date !== own && { weekday: 'short' }),
    }).format(at);
  return (
    <ul className={styles.times} aria-label={text('sessions.times-there')}>
      {zones.map(({ zone, country }) => (
        <li key={`${country} ${zone}`}>
          <bdi>{nameOf(zone, country)}</bdi> <bdi>{timeOf(zone)}</bdi>
        </li>
      ))}
    </ul>
  );
}
