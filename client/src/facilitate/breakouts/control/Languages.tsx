import { understandingOf } from '@multaqa/shared/facilitate/breakouts/understanding';
import { guestsOf } from '@multaqa/shared/guests';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';

/** In which languages the people of a room understand each other; nothing where no language is known. */
export function Languages({ people }: { people: readonly string[] }) {
  const text = useText();
  const { locale } = useLanguage();
  const nameOf = useLanguageName();
  const cards = useView(view => view.people);
  const here = guestsOf(
    Object.fromEntries(people.flatMap(person => (cards[person] ? [[person, cards[person]]] : []))),
    null,
  );
  const { shared, isInterpreted, most } = understandingOf(here);
  if (most.length === 0 || people.length < 2) return null;
  const list = new Intl.ListFormat(locale);
  if (shared.length > 0 && shared.length < 4)
    return <span>{text('breakouts.language.shared', { languages: list.format(shared.map(nameOf)) })}</span>;
  if (shared.length > 0) return null;
  return <span>{text(isInterpreted ? 'breakouts.language.interpreted' : 'breakouts.language.none')}</span>;
}
