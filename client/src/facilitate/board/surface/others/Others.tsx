import { cornersOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isBoxed } from '@multaqa/shared/facilitate/board/scene/thing';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { ClusterMark } from '../../../../design/ClusterMark.tsx';
import { useColours } from '../../../../design/colours.ts';
import { useClusterOf } from '../../../../dialogue/clusters.ts';
import { useMe, useView } from '../../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import { useDesk, useThing } from '../use-desk.ts';
import { Company } from './Company.tsx';
import { followHands } from './follow-hands.ts';
import styles from './Others.module.css';
import { tellOthers } from './tell-others.ts';
import { type Other, useOthers } from './use-others.ts';

/** The others at a board: where they point, what they have chosen, and the way to look where they look. */
export function Others({ awareness }: { awareness: Awareness }) {
  const desk = useDesk();
  const { person } = useMe();
  const others = useOthers(awareness, person);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ends = [tellOthers(desk, awareness), followHands(desk, awareness)];
    return () => {
      for (const end of ends) end();
    };
  }, [desk, awareness]);
  useLayoutEffect(() => {
    const follow = () => {
      const { x, y, zoom } = desk.camera.now();
      if (!layer.current) return;
      layer.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
      layer.current.style.setProperty('--unzoom', String(1 / zoom));
    };
    follow();
    return desk.camera.subscribe(follow);
  }, [desk]);
  return (
    <>
      <div className={styles.clip} dir="ltr" aria-hidden="true">
        <div ref={layer} className={styles.layer}>
          {others.map(other => (
            <OfPerson key={other.client} other={other} />
          ))}
        </div>
      </div>
      <Company others={others} />
    </>
  );
}

const OfPerson = memo(function OfPerson({ other: { person, told } }: { other: Other }) {
  const colour = useColours()(person)[0];
  const ids = told.carry?.ids ?? told.chosen ?? (told.writes ? [told.writes] : []);
  return (
    <>
      {ids.map(id => (
        <TheirThing key={id} id={id} colour={colour} />
      ))}
      {told.at && <Cursor person={person} at={told.at} colour={colour} />}
    </>
  );
});

function TheirThing({ id, colour }: { id: string; colour: string }) {
  const thing = useThing(id);
  if (!thing || !isBoxed(thing)) return null;
  const points = cornersOf(thing.at)
    .map(point => point.join(','))
    .join(' ');
  return (
    <svg className={styles.theirs} width="1" height="1" aria-hidden="true" focusable="false">
      <polygon points={points} stroke={colour} />
    </svg>
  );
}

function Cursor({ person, at: [x, y], colour }: { person: string; at: Point; colour: string }) {
  const text = useText();
  const name = useView(view => view.people[person]?.name) || text('common.nameless');
  const cluster = useClusterOf(person);
  return (
    <div className={styles.cursor} style={{ transform: `translate(${x}px, ${y}px)` }} data-cursor-of={person}>
      <div className={styles.sign}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          <path
            d="M2 1.5 15.5 8.2 9.4 9.9 6.6 15.8Z"
            fill={colour}
            stroke="#fff"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
        </svg>
        <span className={styles.name} style={{ background: colour }}>
          {cluster && (
            <span className={styles.mark}>
              <ClusterMark mark={cluster.mark} size={10} />
            </span>
          )}
          <bdi>{name}</bdi>
        </span>
      </div>
    </div>
  );
}
