import { Button } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Listed } from '../design/Listed.tsx';
import { Panel } from '../design/Panel.tsx';
import { useDialogue } from '../dialogue/DialogueProvider.tsx';
import { useView } from '../dialogue/use-dialogue.ts';
import { useCountryName } from './countries.ts';
import { useText } from './texts.ts';
import styles from './WhoComes.module.css';

/** Who takes part, as countries and towns; names are one click below. */
export function WhoComes() {
  const text = useText();
  const { id } = useDialogue();
  const countryName = useCountryName();
  const people = useView(view => view.people);
  const countries = useMemo(() => byCountry(Object.values(people)), [people]);
  return (
    <Panel
      title={text('people.title')}
      action={
        <Button component={Link} to={`/d/${id}/people`} variant="subtle">
          {text('people.see-all')}
        </Button>
      }
    >
      {countries.length === 0 ? (
        <p className={styles.quiet}>{text('people.nobody-yet')}</p>
      ) : (
        <ul className={styles.list}>
          {countries.map(({ country, towns, count }) => (
            <li key={country} className={styles.row}>
              <span className={styles.country}>{countryName(country)}</span>
              <span className={styles.count}>{text('common.number', { number: count })}</span>
              <span className={styles.quiet}>
                <Listed items={towns} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Countries with their towns, those with most people first. */
function byCountry(people: readonly PersonCard[]): { country: string; towns: string[]; count: number }[] {
  const found = new Map<string, { towns: Set<string>; count: number }>();
  for (const { country, municipality, status } of people) {
    if (status !== 'active' || !country) continue;
    const entry = found.get(country) ?? { towns: new Set(), count: 0 };
    entry.count += 1;
    if (municipality) entry.towns.add(municipality);
    found.set(country, entry);
  }
  return [...found]
    .map(([country, { towns, count }]) => ({ country, towns: [...towns], count }))
    .sort((a, b) => b.count - a.count);
}
