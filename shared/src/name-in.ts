import type { Language } from './kernel/languages.ts';
import type { Names } from './names.ts';

/** The name in a language; where it has none there, the first one that there is. Empty without any. */
export const nameIn = (names: Names, language: Language): string =>
  names[language] || Object.values(names).find(Boolean) || '';
