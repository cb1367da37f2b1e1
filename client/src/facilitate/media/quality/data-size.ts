/** Bytes as people read them: whole megabytes, tenths below ten, gigabytes above a thousand. */
export function dataSize(bytes: number, locale: string): string {
  const megabytes = bytes / 1_000_000;
  const [value, unit] = megabytes < 1_000 ? [megabytes, 'megabyte'] : [megabytes / 1_000, 'gigabyte'];
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
}
