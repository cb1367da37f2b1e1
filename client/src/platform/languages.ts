import type { Language } from '@multaqa/shared/kernel/languages';
import { useMemo } from 'react';
import { create } from 'zustand';
import type catalogue from '../languages/en.json';
import type { Problem } from './http.ts';
import { recall, remember } from './preferences.ts';
import { directionOf, localeOf } from './region.ts';
import { type Catalogue, type Sentences, sentencesIn, type Values } from './sentences.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;

/** Every text of the catalogues; one with plural forms is named without them. */
export type TextKey = WithoutForm<keyof typeof catalogue>;
/** The text of a key in the language of the interface; numbers are written with the digits of the region. */
export type Text = (key: TextKey, values?: Values) => string;

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../languages/en.json'),
  ar: () => import('../languages/ar.json'),
  fr: () => import('../languages/fr.json'),
  de: () => import('../languages/de.json'),
};

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية', fr: 'Français', de: 'Deutsch' };

// The list that the rules have would bring the schema library into the first load.
export const languages = Object.keys(languageNames) as Language[];

/** The catalogues that have been loaded. */
const loaded = new Map<Language, Catalogue>();

const speaking = (language: Language) => ({
  language,
  text: sentencesIn(language, () => loaded.get(language) ?? {}) satisfies Sentences as Text,
});
const useSpoken = create(() => speaking('en'));

/** The word on buttons that close something, for what is drawn outside of the pages. */
export const closeWord = (): string => useSpoken.getState().text('design.close');

/** Loads the texts of the language that this device chose before or its browser prefers, and applies its direction. */
export const startLanguages = (): Promise<void> => applyCatalogue(preferred());

/** Changes the language of the interface and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember('language', language);
  await applyCatalogue(language);
}

async function applyCatalogue(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, (await catalogues[language]()).default);
  useSpoken.setState(speaking(language));
  document.documentElement.lang = localeOf(language);
  document.documentElement.dir = directionOf(language);
}

function preferred(): Language {
  const wanted = [recall('language') ?? '', ...navigator.languages];
  const found = wanted.map(tag => languages.find(language => tag.toLowerCase().startsWith(language)));
  return found.find(language => language !== undefined) ?? 'en';
}

/** The texts of the interface; the component is drawn again when the language changes. */
export const useText = (): Text => useSpoken(({ text }) => text);

export function useLanguage(): { language: Language; locale: string; direction: 'rtl' | 'ltr' } {
  const language = useSpoken(spoken => spoken.language);
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

/** The words for a refusal, with the code for support where there is one; a refusal without words of its own is a fault. */
export function refusalText(
  text: Text,
  problem: string | (Partial<Pick<Problem, 'reference'>> & Pick<Problem, 'refusal'>),
): string {
  const { refusal, reference } = typeof problem === 'string' ? { refusal: problem } : problem;
  const key = `refusals.${refusal}`;
  const words = loaded.get(useSpoken.getState().language)?.[key] ?? text('refusals.fault');
  return reference ? `${words} ${text('app.reference', { reference })}` : words;
}
