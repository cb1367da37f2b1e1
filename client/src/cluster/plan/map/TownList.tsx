import { useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import type { Column } from '../board/columns.ts';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import styles from './TownList.module.css';
import type { Town } from './use-towns.ts';

type Props = { towns: readonly Town[]; workshop: Workshop };

/** The towns of the map by country, with the people of each and their clusters: for those who do not read maps. */
export function TownList({ towns, workshop }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const { columns, countryName, nameOf, look } = workshop;
  const columnOf = (person: string) => columns.find(({ members }) => members.some(one => one.person === person));
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const codes = [...new Set(towns.map(({ country }) => country))];
    return codes
      .map(code => ({
        name: countryName(code),
        towns: towns.filter(({ country }) => country === code).sort((a, b) => compare(a.municipality, b.municipality)),
      }))
      .sort((a, b) => compare(a.name, b.name));
  }, [towns, countryName, language]);
  return (
    <section aria-label={text('cluster.map.towns')}>
      <ul className={styles.countries}>
        {countries.map(country => (
          <li key={country.name}>
            <h3 className={styles.country}>{country.name}</h3>
            <ul>
              {country.towns.map(({ key, municipality, people, location }) => (
                <li key={key} className={styles.town}>
                  <span>
                    <bdi>{municipality}</bdi>
                    {location?.kind !== 'town' && <span className={styles.unknown}>{text('cluster.map.unknown')}</span>}
                  </span>
                  <span className={styles.people}>
                    {people.map(person => (
                      <Person
                        key={person}
                        name={nameOf(person)}
                        column={columnOf(person)}
                        onOpen={how => look({ kind: 'person', person }, how)}
                      />
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({
  name,
  column,
  onOpen,
}: {
  name: string;
  column: Column | undefined;
  onOpen(how: 'open' | 'open-by-key'): void;
}) {
  const text = useText();
  const cluster = column?.name ?? text('cluster.loose');
  return (
    <button
      type="button"
      className={styles.person}
      title={cluster}
      aria-label={text('cluster.mark', { name, cluster })}
      onClick={event => onOpen(event.detail === 0 ? 'open-by-key' : 'open')}
    >
      {column?.cluster ? <ClusterMark mark={column.cluster.mark} size={14} /> : <span className={styles.none} />}
      <bdi>{name}</bdi>
    </button>
  );
}
