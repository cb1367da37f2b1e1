import type { Language } from '@multaqa/shared/kernel/languages';
import { useMemo } from 'react';
import { loadNeeded } from './catalogues.ts';
import { recall, remember } from './preferences.ts';
import { directionOf, localeOf } from './region.ts';
import { speak, spokenLanguage, useSpokenLanguage } from './texts.ts';

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية', fr: 'Français', de: 'Deutsch' };

// The list that the rules have would bring the schema library into the first load.
export const languages = Object.keys(languageNames) as Language[];

/** The language that was asked for last; that of the screen follows as soon as its texts are here. */
let wanted = spokenLanguage();

/** Loads the first texts in the language that this device chose before or its browser prefers, and applies its direction. */
export const startLanguages = (): Promise<void> => change(preferred());

/** Changes the language of the interface and remembers it on this device. Nothing changes when its texts do not load. */
export async function chooseLanguage(language: Language): Promise<void> {
  await change(language);
  remember('language', language);
  // The server writes the words that are there before the product in it.
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is not in every browser that we support.
  document.cookie = `multaqa-language=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** Resolves when the texts of all code on this device are here; also in a language that is about to be spoken. */
export async function textsReady(): Promise<void> {
  await Promise.all([loadNeeded(spokenLanguage()), loadNeeded(wanted)]);
}

async function change(language: Language): Promise<void> {
  wanted = language;
  try {
    await loadNeeded(language);
  } catch (error) {
    if (wanted === language) wanted = spokenLanguage();
    throw error;
  }
  // Somebody has chosen again meanwhile.
  if (wanted !== language) return;
  speak(language);
  document.documentElement.lang = localeOf(language);
  document.documentElement.dir = directionOf(language);
}

function preferred(): Language {
  const tags = [recall('language') ?? '', ...navigator.languages];
  const found = tags.map(tag => languages.find(language => tag.toLowerCase().startsWith(language)));
  return found.find(language => language !== undefined) ?? 'en';
}

/** The language of the interface, its locale and its direction. */
export function useLanguage(): { language: Language; locale: string; direction: 'rtl' | 'ltr' } {
  const language = useSpokenLanguage();
  return { language, locale: localeOf(language), direction: directionOf(language) };
}

/** The names of languages in the language of the interface. */
export function useLanguageName(): (language: Language) => string {
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' });
    return one => names.of(one) ?? languageNames[one];
  }, [language]);
}
