import type { Matrix } from '@multaqa/shared/facilitate/exchange/figures/matrix';
import type { CSSProperties } from 'react';
import styles from './TownMatrix.module.css';
import { useText } from './texts.ts';

/** Town by town, for how long each was heard by the others, and how often it was replied to; nothing where too few towns may be named. */
export function TownMatrix({ of: { towns, cells } }: { of: Matrix }) {
  const text = useText();
  if (towns.length < 2) return null;
  const nameOf = (town: string | null) => (town === null ? text('exchange.matrix.others') : town.slice(0, -3));
  const most = Math.max(1, ...cells.flat().map(({ heard }) => heard));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{text('exchange.matrix')}</figcaption>
      <section
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
        tabIndex={0}
        aria-label={text('exchange.matrix')}
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('exchange.matrix.spoke')}</th>
              {towns.map(({ town }) => (
                <th key={town} scope="col">
                  <bdi>{nameOf(town)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {towns.map(({ town, people }, row) => (
              <tr key={town}>
                <th scope="row">
                  <bdi>{nameOf(town)}</bdi>{' '}
                  <span className={styles.people}>{text('places.people', { count: people })}</span>
                </th>
                {cells[row]?.map(({ heard, replied }, column) => (
                  <td key={towns[column]?.town} style={{ '--share': `${(heard / most) * 100}%` } as CSSProperties}>
                    {text('common.minutes', { count: Math.round(heard / 60) })}
                    <span className={styles.people}>{text('exchange.matrix.replies', { count: replied })}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </figure>
  );
}
