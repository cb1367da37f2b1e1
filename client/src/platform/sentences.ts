import { directionOf, isolated, localeOf } from './region.ts';

/** The texts of one language by key; a text with plural forms has a key for each of them (`chat.unread_one`, `chat.unread_other`). */
export type Catalogue = Readonly<Record<string, string>>;

export type Values = Readonly<Record<string, string | number>>;

/** Writes the sentence of a key. `count` among the values chooses the plural form, by the rules of CLDR. */
export type Sentences = (key: string, values?: Values) => string;

/** The sentences of a language, with numbers in the digits of the region. A key without a text is written as it is. */
export function sentencesIn(language: string, catalogue: () => Catalogue): Sentences {
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(localeOf(language));
  const direction = directionOf(language);
  const written = (value: string | number) =>
    typeof value === 'number' ? numbers.format(value) : isolated(value, direction);
  return (key, values = {}) => {
    const texts = catalogue();
    const found = keysFor(key, values.count, plural).find(one => texts[one] !== undefined);
    const sentence = (found && texts[found]) ?? key;
    return sentence.replace(/\{\{(\w+)\}\}/g, (gap, name) => {
      const value = values[name];
      return value === undefined ? gap : written(value);
    });
  };
}

/** Where the text of a key may stand, the best place first. "None" has a text of its own in languages without a form for zero, too. */
function keysFor(key: string, count: string | number | undefined, plural: Intl.PluralRules): string[] {
  if (typeof count !== 'number') return [key];
  const form = `${key}_${plural.select(count)}`;
  return count === 0 ? [`${key}_zero`, form, key] : [form, key];
}
