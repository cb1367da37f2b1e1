import { type Language, languages } from '@multaqa/shared/kernel/languages';
import type { Names } from '@multaqa/shared/names';

/** A name while it is written, in every language; empty where there is none. */
export type NamesDraft = Readonly<Record<Language, string>>;

/** What stands in the fields for a name. */
export const draftOfNames = (names: Names): NamesDraft => ({
  en: names.en ?? '',
  ar: names.ar ?? '',
  fr: names.fr ?? '',
  de: names.de ?? '',
});

/** The name in the languages in which something was written; null without any. */
export function namesIn(draft: NamesDraft): Names | null {
  const given = languages.flatMap(language => {
    const name = draft[language].trim();
    return name ? [[language, name] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}
