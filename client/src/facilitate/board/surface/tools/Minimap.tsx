import {
  type Bounds,
  boundsAround,
  type Point,
  unionOf,
  widened,
} from '@multaqa/shared/facilitate/board/scene/geometry';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useColours } from '../../../../platform/theme.ts';
import type { Desk } from '../desk.ts';
import { useDesk, useIsWide } from '../use-desk.ts';
import palette from '../view/colours.module.css';
import { paintThings, paletteOf } from '../view/paint.ts';
import styles from './Minimap.module.css';

const width = 168;
const height = 112;
/** Things from which one loses one's way without a map. */
const few = 12;

/** The whole board in small with the part that is in sight, on wide screens; one goes there by pressing. */
export function Minimap() {
  const desk = useDesk();
  const isWide = useIsWide();
  const [isUseful, setUseful] = useState(false);
  useEffect(() => {
    const look = () => setUseful(desk.board.scene().size > few);
    look();
    return desk.board.subscribe(look);
  }, [desk]);
  return isUseful && isWide ? <WholeBoard desk={desk} /> : null;
}

function WholeBoard({ desk }: { desk: Desk }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<Bounds>([0, 0, 1, 1]);
  const theme = useColours();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours are painted again.
  useEffect(() => {
    if (canvas.current && frame.current) return keepMap(desk, canvas.current, frame.current, shown);
  }, [desk, theme]);
  const go = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1) return;
    const rim = event.currentTarget.getBoundingClientRect();
    const [left, top, wide] = shown.current;
    const scale = wide / width;
    const { zoom } = desk.camera.now();
    const [viewWidth, viewHeight] = desk.camera.size();
    const x = left + (event.clientX - rim.left) * scale - viewWidth / 2 / zoom;
    const y = top + (event.clientY - rim.top) * scale - viewHeight / 2 / zoom;
    desk.camera.set({ x, y, zoom });
  };
  return (
    <div
      className={`${styles.map} ${palette.colours}`}
      dir="ltr"
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} className={styles.canvas} />
      <div ref={frame} className={styles.frame} />
    </div>
  );
}

/** Painted again when the board has changed, at most every so many ms. */
const pause = 400;

function keepMap(desk: Desk, canvas: HTMLCanvasElement, frame: HTMLElement, shown: { current: Bounds }): () => void {
  const { camera, look, index } = desk;
  const colours = paletteOf(canvas);
  const sharpness = Math.min(2, devicePixelRatio || 1);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = () => {
    const [left, top, wide] = shown.current;
    const [x, y, w, h] = camera.view();
    const scale = width / wide;
    frame.style.transform = `translate(${(x - left) * scale}px, ${(y - top) * scale}px)`;
    frame.style.width = `${w * scale}px`;
    frame.style.height = `${h * scale}px`;
  };
  const paint = () => {
    timer = undefined;
    shown.current = proportioned(
      widened(unionOf([index.everything() ?? [0, 0, 100, 100], camera.view()]) ?? [0, 0, 1, 1], 40),
    );
    const [left, top, wide] = shown.current;
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    const context = canvas.getContext('2d');
    if (!context) return;
    const zoom = width / wide;
    const scale = zoom * sharpness;
    context.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    const things = [...look.scene().values()].sort((one, other) => look.rank(one.id) - look.rank(other.id));
    paintThings({ context, palette: colours, scene: look.scene(), zoom, said: nothing }, things);
    place();
  };
  const later = () => {
    timer ??= setTimeout(paint, pause);
  };
  const moved = () => {
    place();
    const view = camera.view();
    const corner: Point = [view[0] + view[2], view[1] + view[3]];
    const around = boundsAround([[view[0], view[1]], corner]);
    if (around[0] < shown.current[0] || around[1] < shown.current[1] || corner[0] > shown.current[0] + shown.current[2])
      later();
  };
  paint();
  const ends = [camera.subscribe(moved), look.subscribeAll(later)];
  return () => {
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

/** Names are too small to be read here. */
const nothing = () => '';

/** A rectangle with the proportions of the map around another one. */
function proportioned([left, top, wide, high]: Bounds): Bounds {
  const whole = Math.max(wide, (high * width) / height);
  const tall = (whole * height) / width;
  return [left - (whole - wide) / 2, top - (tall - high) / 2, whole, tall];
}
