import { useResizeObserver } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import type { Column } from '../board/columns.ts';
import { useText } from '../texts.ts';
import type { Looked, Workshop } from '../workshop.ts';
import type { Point } from './apart.ts';
import { Legend } from './Legend.tsx';
import styles from './Plane.module.css';

export type Box = { width: number; height: number };

/** Where somebody stands, in px. `isGuessed`: at a place that is not their own, but the best that is known. */
export type Standing = Point & { person: string; isGuessed: boolean };

type Props = {
  label: string;
  workshop: Workshop;
  /** What is drawn for a box of this size. The same function draws the same; it is asked again when it is another one. */
  draw(box: Box): { background: ReactNode; people: readonly Standing[] };
};

/** Everybody as the mark of their cluster in a plane, with a name at whom one points, and the legend of the marks. */
export function Plane({ label, workshop, draw }: Props) {
  const [frame, { width }] = useResizeObserver<HTMLDivElement>();
  const { columns } = workshop;
  const columnOf = useMemo(
    () => new Map(columns.flatMap(column => column.members.map(({ person }) => [person, column] as const))),
    [columns],
  );
  const box = useMemo(() => ({ width, height: Math.round(Math.max(340, Math.min(620, width * 0.66))) }), [width]);
  const drawn = useMemo(() => (box.width > 0 ? draw(box) : null), [box, draw]);
  return (
    <>
      {/* A plane has no direction of reading: its left stays left. */}
      <div ref={frame} className={styles.plane} dir="ltr" style={{ blockSize: box.height }}>
        {drawn?.background}
        <ul className={styles.people} aria-label={label}>
          {drawn?.people.map(standing => (
            <li
              key={standing.person}
              className={styles.one}
              style={{ insetInlineStart: standing.x, insetBlockStart: standing.y } as CSSProperties}
            >
              <Mark standing={standing} column={columnOf.get(standing.person)} workshop={workshop} />
            </li>
          ))}
        </ul>
      </div>
      <Legend columns={columns} />
    </>
  );
}

type MarkProps = { standing: Standing; column: Column | undefined; workshop: Workshop };

function Mark({ standing: { person, isGuessed }, column, workshop }: MarkProps) {
  const text = useText();
  const name = workshop.nameOf(person);
  const look = (how: Looked['how']) => workshop.look({ kind: 'person', person }, how);
  return (
    <button
      type="button"
      className={styles.mark}
      data-guessed={isGuessed}
      aria-label={text('cluster.mark', { name, cluster: column?.name ?? text('cluster.loose') })}
      onMouseEnter={() => look('glance')}
      onFocus={() => look('glance')}
      onClick={event => look(event.detail === 0 ? 'open-by-key' : 'open')}
    >
      {column?.cluster ? <ClusterMark mark={column.cluster.mark} size={17} /> : <span className={styles.none} />}
      <span className={styles.name} dir="auto">
        {name}
      </span>
    </button>
  );
}
