import { describe, expect, test } from 'vitest';
import { isolated, localeOf } from './region.ts';

describe('the region of this device', () => {
  test('decides the digits of Arabic', () => {
    const number = (device: string[]) => new Intl.NumberFormat(localeOf('ar', device)).format(12);
    expect(number(['ar-JO', 'en'])).toBe('١٢');
    expect(number(['ar-TN'])).toBe('12');
    expect(number(['en-JO'])).toBe('١٢');
  });

  test('is taken from the language itself first, and left out when unknown', () => {
    expect(localeOf('de', ['en-GB', 'de-AT'])).toBe('de-AT');
    expect(localeOf('fr', ['en'])).toBe('fr');
  });
});

describe('a value in a sentence', () => {
  test('of the other direction is set apart, so that it scrambles nothing', () => {
    expect(isolated('Sfax', 'rtl')).toBe('\u2068Sfax\u2069');
    expect(isolated('صفاقس', 'ltr')).toBe('\u2068صفاقس\u2069');
  });

  test('of the same direction stays as it is', () => {
    expect(isolated('Sfax', 'ltr')).toBe('Sfax');
    expect(isolated('صفاقس ١٢', 'rtl')).toBe('صفاقس ١٢');
  });
});
