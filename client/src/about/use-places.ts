import { useText } from './texts.ts';

/** "40 people from 22 municipalities in 10 countries", as far as these are known. */
export function usePlaces(): (counts: { people: number; municipalities: number; countries: number }) => string {
  const text = useText();
  return ({ people, municipalities, countries }) => {
    const who = text('places.people', { count: people });
    if (municipalities === 0) return who;
    return text('places.all', {
      people: who,
      municipalities: text('places.municipalities', { count: municipalities }),
      countries: text('places.countries', { count: countries }),
    });
  };
}
