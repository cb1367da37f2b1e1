import { themeNames } from '@multaqa/shared/cluster/analysis/text/theme-names';
import type { Trait } from '@multaqa/shared/cluster/analysis/traits';
import { languages } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { type Form, needsEver } from '@multaqa/shared/people/form/form.state';

/** What a cluster is called by what its people share, in every language that there is a word for; empty when it shares nothing. */
export function namesOf(trait: Trait | null, form: Form): Names {
  const names = trait ? spoken(trait, form) : {};
  // A character that one sees has one code point at least.
  return Object.fromEntries(
    Object.entries(names).map(([language, name]) => [
      language,
      [...(name ?? '')].slice(0, limits.clusterNameGraphemes).join('').trim(),
    ]),
  );
}

function spoken(trait: Trait, form: Form): Names {
  switch (trait.kind) {
    case 'theme':
      return themeNames[trait.value];
    case 'need':
      return needsEver(form).find(({ id }) => id === trait.value)?.names ?? {};
    case 'country':
      return inEach(language => new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(trait.value));
    case 'language':
      return inEach(language => new Intl.DisplayNames(language, { type: 'language' }).of(trait.value));
    case 'town':
    case 'region':
    case 'word':
      return asWritten(trait.value);
    // Neither says who these people are.
    case 'townSize':
    case 'choice':
      return {};
  }
}

const inEach = (name: (language: string) => string | undefined): Names =>
  Object.fromEntries(languages.map(language => [language, name(language)]));

/** In the languages of its script. */
const asWritten = (text: string): Names =>
  /\p{Script=Arabic}/u.test(text) ? { ar: text } : { en: text, fr: text, de: text };
