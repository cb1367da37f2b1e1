import { createInstance, type FormatterModule } from 'i18next';
import { directionOf, isolated, localeOf } from './region.ts';

/** The texts of one language by key; a text with plural forms has a key for each of them (`chat.unread_one`, `chat.unread_other`). */
export type Catalogue = Readonly<Record<string, string>>;

/** What is set into the gaps of a text, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** Writes the sentence of a key. `count` among the values chooses the plural form, by the rules of CLDR. */
export type Sentences = (key: string, values?: Values) => string;

/** Numbers in the digits of the region; texts that may run the other way are isolated (Unicode UAX 9). */
const regional: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, _format, language = 'en') {
    if (typeof value === 'number') return digitsOf(localeOf(language)).format(value);
    return typeof value === 'string' ? isolated(value, directionOf(language)) : value;
  },
};

function digitsOf(locale: string): Intl.NumberFormat {
  const format = digits.get(locale) ?? new Intl.NumberFormat(locale);
  digits.set(locale, format);
  return format;
}

const digits = new Map<string, Intl.NumberFormat>();

/** The sentences of a language, from a catalogue that may grow. A key without a text is written as it is. */
export function sentencesIn(language: string, catalogue: () => Catalogue): Sentences {
  const i18n = createInstance();
  void i18n.use(regional).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    // A gap that nobody fills stays visible.
    missingInterpolationHandler: (_text, [gap]: RegExpMatchArray) => gap,
  });
  let known: Catalogue | null = null;
  // Most texts have no gaps, and are asked for again whenever something is drawn.
  const plain = new Map<string, string>();
  return (key, values) => {
    const texts = catalogue();
    if (texts !== known) {
      i18n.addResourceBundle(language, 'translation', texts, false, true);
      plain.clear();
    }
    known = texts;
    if (values) return i18n.t(key, values);
    const text = plain.get(key) ?? i18n.t(key);
    plain.set(key, text);
    return text;
  };
}
