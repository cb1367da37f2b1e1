import type { CSSProperties } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useText } from '../../platform/languages.ts';
import styles from './RoundTable.module.css';

const seats = 14;

/** Those who are here around a table; free seats show that others are expected. Decorative, the words stand below. */
export function RoundTable({ people }: { people: readonly string[] }) {
  const text = useText();
  const cards = useView(view => view.people);
  const shown = people.slice(-seats);
  return (
    <div className={styles.table} aria-hidden="true">
      <span className={styles.cloth} />
      {Array.from({ length: seats }, (_, at) => {
        const person = shown[at];
        const turn = (at / seats) * 2 * Math.PI - Math.PI / 2;
        const style = { '--x': Math.cos(turn).toFixed(3), '--y': Math.sin(turn).toFixed(3) } as CSSProperties;
        return (
          <span key={person ?? `free-${turn}`} className={styles.seat} style={style}>
            {person ? (
              <Avatar id={person} name={cards[person]?.name ?? text('people.nameless')} size={46} />
            ) : (
              <span className={styles.free} />
            )}
          </span>
        );
      })}
    </div>
  );
}
