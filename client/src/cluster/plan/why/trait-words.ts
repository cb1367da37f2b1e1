import { themeNames } from '@multaqa/shared/cluster/analysis/text/theme-names';
import type { Trait } from '@multaqa/shared/cluster/analysis/traits';
import { useMemo } from 'react';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import type { Asked } from '../use-form.ts';

/** A trait in words: `name` alone for a list of them, `whole` with what kind of thing it is. */
export type TraitWords = (trait: Trait) => { name: string; whole: string };

/** The words for what people share. */
export function useTraitWords({ needs, questions }: Asked, countryName: (code: string) => string): TraitWords {
  const text = useText();
  const { language } = useLanguage();
  const languageName = useLanguageName();
  return useMemo(() => {
    const nameOf = (trait: Trait): string => {
      switch (trait.kind) {
        case 'country':
          return countryName(trait.value);
        case 'need':
          return needs.get(trait.value) ?? '';
        case 'theme':
          return themeNames[trait.value][language];
        case 'language':
          return languageName(trait.value);
        case 'townSize':
          return text(`cluster.size-of-town.${trait.value}`);
        case 'choice':
          return questions.find(({ id }) => id === trait.criterion)?.choices.get(trait.value) ?? '';
        default:
          return trait.value;
      }
    };
    return trait => {
      const name = nameOf(trait);
      const asked = questions.find(({ id }) => id === trait.criterion)?.name ?? '';
      const whole = trait.kind === 'choice' ? `${asked}: ${name}` : text(`cluster.trait.${trait.kind}`, { name });
      return { name, whole };
    };
  }, [needs, questions, countryName, language, languageName, text]);
}
