import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { followArrivals } from '../camera/follow-arrivals.ts';
import { recallCamera, rememberCamera } from '../camera/kept-camera.ts';
import { beginning } from '../hand/begin.ts';
import { openHand } from '../hand/open-hand.ts';
import { openWheel } from '../hand/wheel.ts';
import { useBoardKeys } from '../keys/use-board-keys.ts';
import type { FarMarks } from '../parts.ts';
import { useText } from '../texts.ts';
import { useDesk, useUi } from '../use-desk.ts';
import colours from './colours.module.css';
import { Draft } from './Draft.tsx';
import { FarCanvas } from './FarCanvas.tsx';
import { Layer } from './Layer.tsx';
import { Over } from './Over.tsx';
import things from './things.module.css';
import styles from './Viewport.module.css';

type Props = {
  /** Under which this device keeps where it looks; null keeps nothing. */
  name: string | null;
  Mark: ComponentType<{ thing: Thing }> | null;
  /** What is painted at things instead from afar. */
  marks: FarMarks | null;
  /** Other layers under and above the things, which nobody touches. */
  behind?: ReactNode;
  above?: ReactNode;
};

/** The part of the screen that shows a board and that hands work on. */
export function Viewport({ name, Mark, marks, behind, above }: Props) {
  const desk = useDesk();
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  const ink = useRef<SVGSVGElement>(null);
  const space = useRef(false);
  const { tool, busy } = useUi(({ tool, busy }) => ({ tool, busy }));
  const keys = useBoardKeys(space);
  const count = useSyncExternalStore(desk.board.subscribe, () => desk.board.scene().size);
  useLayoutEffect(() => {
    if (!root.current) return;
    desk.root.now = root.current;
    desk.root.ink = ink.current;
    return keepSize(desk, root.current, name);
  }, [desk, name]);
  useEffect(() => {
    if (!root.current) return;
    const ends = [openHand(desk, root.current, beginning(desk), () => space.current), openWheel(desk, root.current)];
    return () => ends.forEach(end => void end());
  }, [desk]);
  useEffect(() => {
    const surface = root.current?.parentElement;
    if (surface && desk.board.scene().size === 0) return followArrivals(desk, surface);
  }, [desk]);
  useLayoutEffect(() => {
    const follow = () => {
      const { x, y, zoom } = desk.camera.now();
      if (ink.current) ink.current.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
    };
    follow();
    return desk.camera.subscribe(follow);
  }, [desk]);
  return (
    <div
      ref={root}
      className={`${styles.root} ${colours.colours}`}
      dir="ltr"
      role="application"
      aria-roledescription={text('surface.board.role')}
      aria-label={text('surface.board', { count })}
      aria-description={text('surface.board.how')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the board itself takes keys, as an editor does.
      tabIndex={0}
      data-tool={tool}
      data-busy={busy}
      {...keys}
    >
      <FarCanvas marks={marks} />
      {behind}
      <Layer Mark={Mark} />
      <Draft />
      <svg ref={ink} className={`${styles.ink} ${things.ink}`} aria-hidden="true" focusable="false" />
      {above}
      <Over />
    </div>
  );
}

/** Tells the camera how large its part of the screen is, where this device looked before, and keeps where it looks now. */
function keepSize(desk: ReturnType<typeof useDesk>, root: HTMLElement, name: string | null): () => void {
  const { camera } = desk;
  const measure = () => camera.setSize([root.clientWidth, root.clientHeight]);
  const known = name === null ? null : recallCamera(name);
  if (known) camera.set(known);
  measure();
  const all = desk.index.everything();
  if (!known && all && camera.size()[0] > 0) camera.set(camera.fitFor(all));
  else if (!known) camera.set({ x: -camera.size()[0] / 2, y: -camera.size()[1] / 2, zoom: 1 });
  const observer = new ResizeObserver(measure);
  observer.observe(root);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = camera.subscribe(() => {
    clearTimeout(timer);
    if (name !== null) timer = setTimeout(() => rememberCamera(name, camera.now()), 400);
  });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    end();
  };
}
