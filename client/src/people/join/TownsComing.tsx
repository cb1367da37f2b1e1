import type { Invitation } from '@multaqa/shared/invitation';
import { Listed } from '../../design/Listed.tsx';
import styles from './SessionsAhead.module.css';
import { useText } from './texts.ts';

const shown = 8;

/** The towns that come, not a wall of names. */
export function TownsComing({ invitation: { towns, people, countries } }: { invitation: Invitation }) {
  const text = useText();
  const more = towns.length - shown;
  return (
    <>
      <p>
        {text('join.towns', {
          people: text('places.people', { count: people }),
          countries: text('places.countries', { count: countries }),
        })}
      </p>
      <p className={styles.quiet}>
        <Listed items={towns.slice(0, shown)} />
        {more > 0 && ` ${text('join.more-towns', { count: more })}`}
      </p>
    </>
  );
}
