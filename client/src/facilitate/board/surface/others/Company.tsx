import { useEffect, useState } from 'react';
import { useView } from '../../../../dialogue/use-dialogue.ts';
import { Faces } from '../../../../documents/Faces.tsx';
import { useText } from '../texts.ts';
import { useDesk, useIsLow, useIsNarrow } from '../use-desk.ts';
import styles from './Company.module.css';
import type { Other } from './use-others.ts';

/** Faces that have room on a wide board and on a narrow one. */
const most = { wide: 5, narrow: 2 } as const;

/** Who else is at the board. Whoever is pressed is followed: one looks where they look, until one moves oneself. */
export function Company({ others }: { others: readonly Other[] }) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const isLow = useIsLow();
  const [followed, follow] = useFollowing(others);
  const people = useView(view => view.people);
  const here = [...new Set(others.map(({ person }) => person))];
  if (isLow || here.length === 0) return null;
  const faces = here.map(person => {
    const name = people[person]?.name || text('common.nameless');
    return { person, name, words: text(followed === person ? 'surface.follow.end' : 'surface.follow', { name }) };
  });
  return (
    <div className={styles.company}>
      <Faces
        label={text('surface.here')}
        faces={faces}
        room={most[isNarrow ? 'narrow' : 'wide']}
        more={count => text('surface.here.more', { count })}
        followed={followed}
        onFollow={follow}
      />
    </div>
  );
}

/** What of one's own ends following somebody. */
const own = ['pointerdown', 'wheel', 'keydown'] as const;

/** Looks where somebody looks, until they go or one moves the board oneself. */
function useFollowing(others: readonly Other[]) {
  const desk = useDesk();
  const [followed, follow] = useState<string | null>(null);
  const view = others.find(({ person, told }) => person === followed && told.view)?.told.view;
  const place = view?.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes where they look when that changes.
  useEffect(() => {
    if (view) desk.camera.show(view, { margin: 0, most: 4 });
  }, [desk, place]);
  useEffect(() => {
    const { now: root } = desk.root;
    if (followed === null || !root) return;
    const stop = () => follow(null);
    for (const name of own) root.addEventListener(name, stop, { passive: true });
    return () => {
      for (const name of own) root.removeEventListener(name, stop);
    };
  }, [desk, followed]);
  return [followed, follow] as const;
}
