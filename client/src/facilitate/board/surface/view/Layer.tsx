import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { type ComponentType, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useDesk } from '../use-desk.ts';
import { ThingElement } from './ThingElement.tsx';
import styles from './Viewport.module.css';

/** The things in sight as elements, in one part that follows the camera without being drawn again. */
export function Layer({ Mark }: { Mark: ComponentType<{ thing: Thing }> | null }) {
  const { camera, sight } = useDesk();
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let told = 0;
    const follow = () => {
      const { x, y, zoom } = camera.now();
      if (!layer.current) return;
      layer.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
      const step = inSteps(zoom);
      if (step !== told) layer.current.style.setProperty('--unzoom', String(1 / step));
      told = step;
    };
    follow();
    return camera.subscribe(follow);
  }, [camera]);
  const { things } = useSyncExternalStore(sight.subscribe, sight.now);
  return (
    <div ref={layer} className={styles.layer}>
      {things.map(({ id, rank }) => (
        <ThingElement key={id} id={id} rank={rank} Mark={Mark} />
      ))}
    </div>
  );
}

/** A zoom in steps of a fifth: what keeps its size on the screen is not laid out again with every movement. */
const inSteps = (zoom: number): number => 1.2 ** Math.round(Math.log(zoom) / Math.log(1.2));
