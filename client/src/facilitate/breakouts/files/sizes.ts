/** The size of a file as people say it: whole kilobytes, or megabytes with one digit; at least 1 kB. */
export function sizeOf(bytes: number, locale: string): string {
  const [unit, value] = bytes < 1_000_000 ? ['kilobyte', bytes / 1_024] : ['megabyte', bytes / 1_024 ** 2];
  const options = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(unit === 'kilobyte' ? Math.max(1, value) : value);
}
