import { useEffect, useLayoutEffect, useRef } from 'react';
import { useDesk, useUi } from '../use-desk.ts';
import { placeOf, ViewOf } from './ThingElement.tsx';
import things from './things.module.css';
import styles from './Viewport.module.css';

/** What is being put on the board, before it is there. */
export function Draft() {
  const { camera } = useDesk();
  const draft = useUi(state => state.draft);
  const layer = useRef<HTMLDivElement>(null);
  const follow = () => {
    const { x, y, zoom } = camera.now();
    if (layer.current) layer.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
  };
  useLayoutEffect(follow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the camera itself.
  useEffect(() => camera.subscribe(follow), [camera]);
  if (!draft) return null;
  return (
    <div ref={layer} className={styles.layer} aria-hidden="true">
      <div className={things.thing} data-colour={'colour' in draft ? draft.colour : undefined} style={placeOf(draft)}>
        <ViewOf thing={draft} />
      </div>
    </div>
  );
}
