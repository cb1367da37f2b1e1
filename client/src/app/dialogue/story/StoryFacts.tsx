import { usePlaces } from '../../../about/use-places.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import styles from './StoryFacts.module.css';

/** "40 people from 22 municipalities in 10 countries · 29 September – 7 October · English and Arabic" */
export function StoryFacts() {
  const places = usePlaces();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  const { about, people, sessions } = useView(view => view);
  if (about.status === 'unborn') return null;
  const active = Object.values(people).filter(({ status }) => status === 'active');
  const towns = active.filter(({ municipality }) => municipality);
  const counts = {
    people: active.length,
    municipalities: new Set(towns.map(({ municipality, country }) => `${municipality}/${country}`)).size,
    countries: new Set(towns.map(({ country }) => country)).size,
  };
  const starts = Object.values(sessions)
    .filter(({ status }) => status !== 'cancelled')
    .map(({ plan }) => plan.startsAt);
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const span = starts.length > 0 ? [days.formatRange(Math.min(...starts), Math.max(...starts))] : [];
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(about.languages.map(languageName));
  return (
    <p className={styles.facts}>
      {[places(counts), ...span, languages].map(fact => (
        <bdi key={fact}>{fact}</bdi>
      ))}
    </p>
  );
}
