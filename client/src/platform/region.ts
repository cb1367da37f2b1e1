/** The locale of numbers and dates: the interface's language with the region that the device names, so that digits are those its owner reads. */
export function localeOf(language: string, device: readonly string[] = navigator.languages): string {
  const exact = device.find(tag => tag.toLowerCase().startsWith(`${language}-`));
  if (exact) return exact;
  const region = device.map(tag => tag.split('-').find(part => /^[A-Z]{2}$/.test(part))).find(Boolean);
  return region ? `${language}-${region}` : language;
}

/** The direction in which a language is written. */
export const directionOf = (language: string): 'rtl' | 'ltr' => (language.startsWith('ar') ? 'rtl' : 'ltr');

const strongRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strongLeftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]/;

/** A value set into a sentence of the other direction, so that it cannot scramble the words around it. */
export function isolated(value: string, direction: 'rtl' | 'ltr'): string {
  const runsAgainst = direction === 'rtl' ? strongLeftToRight.test(value) : strongRightToLeft.test(value);
  return runsAgainst ? `\u2068${value}\u2069` : value;
}
