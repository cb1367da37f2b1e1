import type { Language } from '@multaqa/shared/kernel/languages';
import i18next, { type FormatterModule } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type catalogue from '../languages/en.json';
import type { Problem } from './http.ts';
import { recall, remember } from './preferences.ts';
import { directionOf, isolated, localeOf } from './region.ts';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutForm<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;

/** Every text of the catalogues; one with plural forms is named without them. */
export type TextKey = WithoutForm<keyof typeof catalogue>;
export type Values = Record<string, string | number>;
/** The text of a key in the language of the interface; numbers are written with the digits of the region. */
export type Text = (key: TextKey, values?: Values) => string;

const catalogues: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('../languages/en.json'),
  ar: () => import('../languages/ar.json'),
  fr: () => import('../languages/fr.json'),
  de: () => import('../languages/de.json'),
};

/** How each language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', ar: 'العربية', fr: 'Français', de: 'Deutsch' };

// The list that the rules have would bring the schema library into the first load.
export const languages = Object.keys(languageNames) as Language[];

const regional: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, _format, language = 'en') {
    if (typeof value === 'number') return new Intl.NumberFormat(localeOf(language)).format(value);
    return typeof value === 'string' ? isolated(value, directionOf(language)) : value;
  },
};

/** The word on buttons that close something, for what is drawn outside of the pages. */
export const closeWord = (): string => i18next.t('design.close');

/** Loads the texts of the language that this device chose before or its browser prefers, and applies its direction. */
export async function startLanguages(): Promise<void> {
  await i18next
    .use(regional)
    .use(initReactI18next)
    .init({
      resources: {},
      fallbackLng: false,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  await applyCatalogue(preferred());
}

/** Changes the language of the interface and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember('language', language);
  await applyCatalogue(language);
}

async function applyCatalogue(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { default: texts } = await catalogues[language]();
    i18next.addResourceBundle(language, 'translation', texts);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = localeOf(language);
  document.documentElement.dir = directionOf(language);
}

function preferred(): Language {
  const wanted = [recall('language') ?? '', ...navigator.languages];
  const found = wanted.map(tag => languages.find(language => tag.toLowerCase().startsWith(language)));
  return found.find(language => language !== undefined) ?? 'en';
}

/** The texts of the interface; the component is drawn again when the language changes. */
export function useText(): Text {
  const { t } = useTranslation();
  return t as unknown as Text;
}

export function useLanguage(): { language: Language; locale: string; direction: 'rtl' | 'ltr' } {
  const { i18n } = useTranslation();
  const language = languages.find(known => known === i18n.language) ?? 'en';
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
  const words = i18next.exists(key) ? text(key as TextKey) : text('refusals.fault');
  return reference ? `${words} ${text('app.reference', { reference })}` : words;
}
