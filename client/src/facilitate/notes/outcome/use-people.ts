import { useMemo } from 'react';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from './texts.ts';

/** The people of the dialogue to choose from, by name; also those who were removed where they are chosen already. */
export function usePeople(...chosen: readonly string[]): { value: string; label: string }[] {
  const text = useText();
  const { locale } = useLanguage();
  const people = useView(view => view.people);
  const kept = chosen.join(' ');
  return useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    return Object.values(people)
      .filter(({ person, status }) => status !== 'removed' || kept.includes(person))
      .map(({ person, name, municipality }) => ({
        value: person,
        label: [name || text('common.nameless'), municipality].filter(Boolean).join(text('common.comma')),
      }))
      .sort((one, other) => compare(one.label, other.label));
  }, [people, kept, locale, text]);
}
