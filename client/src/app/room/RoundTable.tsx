import type { CSSProperties } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import styles from './RoundTable.module.css';
import { useText } from './texts.ts';

const seats = 14;
const flatness = 0.62;
const places = evenPlaces();

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
        const [x, y] = places[at] ?? [0, 0];
        const style = { '--x': x.toFixed(3), '--y': y.toFixed(3) } as CSSProperties;
        return (
          <span key={person ?? `free-${x}-${y}`} className={styles.seat} style={style}>
            {person ? (
              <Avatar id={person} name={cards[person]?.name ?? text('common.nameless')} size={46} />
            ) : (
              <span className={styles.free} />
            )}
          </span>
        );
      })}
    </div>
  );
}

/** Points at even distances along the edge of the oval, from its top; even angles would crowd the ends. */
function evenPlaces(): [x: number, y: number][] {
  const fine = 720;
  const points = Array.from({ length: fine + 1 }, (_, at) => {
    const turn = (at / fine) * 2 * Math.PI - Math.PI / 2;
    return [Math.cos(turn), Math.sin(turn)] as [number, number];
  });
  let length = 0;
  const walked = points.map(([x, y], at) => {
    const [beforeX, beforeY] = points[at - 1] ?? [x, y];
    length += Math.hypot(x - beforeX, (y - beforeY) * flatness);
    return length;
  });
  return Array.from({ length: seats }, (_, seat) => {
    const at = walked.findIndex(way => way >= (seat / seats) * length);
    return points[at] ?? [0, -1];
  });
}
