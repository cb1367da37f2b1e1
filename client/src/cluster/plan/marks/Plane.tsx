import { ActionIcon } from '@mantine/core';
import { useMergedRef, useResizeObserver } from '@mantine/hooks';
import IconMaximize from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import type { Workshop } from '../workshop.ts';
import { apart, type Point } from './apart.ts';
import { Legend } from './Legend.tsx';
import { PersonMark } from './PersonMark.tsx';
import styles from './Plane.module.css';
import { useZoom } from './use-zoom.ts';
import { onScreen, type Zoom } from './zoom.ts';

export type Box = { width: number; height: number };

/** Where somebody stands, in px. `isGuessed`: at a place that is not their own, but the best that is known. */
export type Standing = Point & { person: string; isGuessed: boolean };

/** What is drawn for a box while everything is seen. */
export type Drawing = { background: ReactNode; people: readonly Standing[] };

type Props = {
  label: string;
  workshop: Workshop;
  /** The same function draws the same; it is asked again when it is another one. */
  draw(box: Box): Drawing;
};

/** px between two marks, so that a finger meets the one that is meant; less where so many do not fit. */
const roomFor = ({ width, height }: Box, marks: number): number =>
  Math.min(25, Math.sqrt((width * height) / (2 * Math.max(1, marks))));

/** Everybody as the mark of their cluster in a plane that can be enlarged, with the legend of the marks. */
export function Plane({ label, workshop, draw }: Props) {
  const text = useText();
  const [measured, { width }] = useResizeObserver<HTMLDivElement>();
  const { columns } = workshop;
  const columnOf = useMemo(
    () => new Map(columns.flatMap(column => column.members.map(({ person }) => [person, column] as const))),
    [columns],
  );
  const box = useMemo(() => ({ width, height: Math.round(Math.max(340, Math.min(620, width * 0.66))) }), [width]);
  const { zoom, frame, zoomIn, zoomOut, showAll, handlers } = useZoom(box);
  const drawn = useMemo(() => (box.width > 0 ? draw(box) : null), [box, draw]);
  const placed = useMemo(() => (drawn ? placedIn(drawn.people, zoom, box) : []), [drawn, zoom, box]);
  return (
    <>
      {/* A plane has no direction of reading: its left stays left. */}
      <div dir="ltr">
        <section
          ref={useMergedRef(measured, frame)}
          className={styles.plane}
          data-zoomed={zoom.scale > 1}
          style={{ blockSize: box.height }}
          aria-label={label}
          aria-description={text('cluster.zoom.how')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: keys enlarge and move it.
          tabIndex={0}
          {...handlers}
        >
          <svg
            className={styles.background}
            viewBox={`${zoom.x} ${zoom.y} ${box.width / zoom.scale} ${box.height / zoom.scale}`}
            aria-hidden="true"
          >
            {drawn?.background}
          </svg>
          <svg className={styles.background} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
            <path className={styles.ties} d={placed.map(({ tie }) => tie).join('')} />
          </svg>
          <ul className={styles.people}>
            {placed.map(({ person, isGuessed, x, y }) => (
              <li
                key={person}
                className={styles.one}
                style={{ insetInlineStart: x, insetBlockStart: y } as CSSProperties}
              >
                <PersonMark person={person} isGuessed={isGuessed} column={columnOf.get(person)} workshop={workshop} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <div className={styles.foot}>
        <Legend columns={columns} />
        <div className={styles.zoom}>
          <ActionIcon aria-label={text('cluster.zoom.in')} onClick={zoomIn}>
            <Icon of={IconPlus} size={20} />
          </ActionIcon>
          <ActionIcon aria-label={text('cluster.zoom.out')} onClick={zoomOut}>
            <Icon of={IconMinus} size={20} />
          </ActionIcon>
          <ActionIcon aria-label={text('cluster.zoom.all')} onClick={showAll}>
            <Icon of={IconMaximize} size={20} />
          </ActionIcon>
        </div>
      </div>
    </>
  );
}

/** Those who are seen, moved apart where they would lie on each other, each with a line to where they belong. */
function placedIn(people: readonly Standing[], zoom: Zoom, box: Box) {
  const seen = people
    .map(standing => ({ ...standing, ...onScreen(zoom, standing) }))
    .filter(({ x, y }) => x >= 0 && y >= 0 && x <= box.width && y <= box.height);
  const room = roomFor(box, seen.length);
  const places = apart(seen, box, room);
  return seen.map((standing, at) => {
    const { x, y } = places[at] ?? standing;
    const isAside = Math.hypot(x - standing.x, y - standing.y) > room / 2;
    return { ...standing, x, y, tie: isAside ? `M${standing.x} ${standing.y}L${x} ${y}` : '' };
  });
}
