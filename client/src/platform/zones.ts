/** A date and a time of day as the clocks of one place show them: `2026-09-29` and `10:00`. */
export type WallClock = { date: string; time: string };

/** The time zone of this device. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The zones that this browser knows, sorted by name. */
export function knownZones(): string[] {
  const all = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...all, 'UTC', deviceZone()])].sort();
}

// Browsers that cannot name the zones of a country know these.
const commonZones: Readonly<Record<string, string>> = {
  AE: 'Asia/Dubai',
  BE: 'Europe/Brussels',
  DE: 'Europe/Berlin',
  DZ: 'Africa/Algiers',
  EG: 'Africa/Cairo',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IQ: 'Asia/Baghdad',
  IT: 'Europe/Rome',
  JO: 'Asia/Amman',
  LB: 'Asia/Beirut',
  LY: 'Africa/Tripoli',
  MA: 'Africa/Casablanca',
  MR: 'Africa/Nouakchott',
  NL: 'Europe/Amsterdam',
  PS: 'Asia/Hebron',
  SA: 'Asia/Riyadh',
  SD: 'Africa/Khartoum',
  SY: 'Asia/Damascus',
  TN: 'Africa/Tunis',
  TR: 'Europe/Istanbul',
  YE: 'Asia/Aden',
};

// Older browsers have a property for what newer ones have a function for.
type WithZones = Intl.Locale & { getTimeZones?(): string[] | undefined; timeZones?: string[] };

/** The time zones of a country (ISO 3166-1 alpha-2), as far as this browser knows them. */
export function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale('und', { region: country }) as WithZones;
  const common = commonZones[country];
  return locale.getTimeZones?.() ?? locale.timeZones ?? (common === undefined ? [] : [common]);
}

/** What the clocks of a zone show at an instant (ms since the epoch). */
export function wallClockAt(instant: number, zone: string): WallClock {
  const parts = wallClockFormat(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(found => found.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallClockFormat(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(zone, format);
  return format;
}

/**
 * The instant (ms since the epoch) at which the clocks of a zone show this; null when the text is no date and time.
 * A time that a clock change skips means the instant after the change; one that it repeats means its first.
 */
export function instantOf({ date, time }: WallClock, zone: string): number | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const offsets = [asUtc - 24 * 3_600_000, asUtc + 24 * 3_600_000].map(instant => offsetAt(instant, zone));
  const candidates = [...new Set(offsets)].map(offset => asUtc - offset).sort((a, b) => a - b);
  const exact = candidates.find(instant => instant + offsetAt(instant, zone) === asUtc);
  return exact ?? asUtc - Math.min(...offsets);
}

/** How far the clocks of a zone are ahead of UTC at an instant (ms since the epoch), in ms. */
export function offsetAt(instant: number, zone: string): number {
  const { date, time } = wallClockAt(instant, zone);
  const minute = Math.floor(instant / 60_000) * 60_000;
  return Date.parse(`${date}T${time}:00Z`) - minute;
}
