import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { fitted, held, type Point, panned, pinched, type Size, type Zoom, zoomedAt } from './zoom.ts';

const keyStep = 60;
const buttonFactor = 1.5;
const tapFactor = 2.5;
/** Two taps within this time (ms) and distance (px) are a double tap. */
const tapTime = 320;
const tapReach = 28;

type Tap = Point & { at: number };

/** The zoom, what changes it, and the handlers for the frame. */
export type ZoomControls = {
  zoom: Zoom;
  grow(): void;
  shrink(): void;
  whole(): void;
  handlers: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  };
};

/** Zooms and moves a picture in its frame by fingers, wheel, double tap and keys. */
export function useZoom(frame: RefObject<HTMLElement | null>, picture: RefObject<Size>): ZoomControls {
  const [zoom, setZoom] = useState(fitted);
  const pointers = useRef(new Map<number, Point>());
  const tap = useRef<Tap | null>(null);
  const sizeOf = useCallback((): Size => {
    const element = frame.current;
    return element ? { width: element.clientWidth, height: element.clientHeight } : { width: 0, height: 0 };
  }, [frame]);
  const zoomBy = useCallback(
    (factor: number, at: Point = { x: 0, y: 0 }) =>
      setZoom(now => zoomedAt(now, factor, at, sizeOf(), picture.current)),
    [sizeOf, picture],
  );
  const panBy = (by: Point) => setZoom(now => panned(now, by, sizeOf(), picture.current));
  const whole = useCallback(() => setZoom(fitted), []);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      // React's wheel listeners are passive, and could not prevent the zoom of the page.
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoomBy(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), pointIn(element, event));
    };
    const observer = new ResizeObserver(() => setZoom(now => held(now, sizeOf(), picture.current)));
    element.addEventListener('wheel', turn, { passive: false });
    observer.observe(element);
    return () => {
      element.removeEventListener('wheel', turn);
      observer.disconnect();
    };
  }, [frame, picture, sizeOf, zoomBy]);

  const letGo = (event: PointerEvent<HTMLElement>) => pointers.current.delete(event.pointerId);
  return {
    zoom,
    grow: () => zoomBy(buttonFactor),
    shrink: () => zoomBy(1 / buttonFactor),
    whole,
    handlers: {
      onPointerDown(event) {
        const point = pointIn(event.currentTarget, event);
        event.currentTarget.setPointerCapture(event.pointerId);
        pointers.current.set(event.pointerId, point);
        const last = tap.current;
        const isDouble = last && event.timeStamp - last.at < tapTime && distance(last, point) < tapReach;
        tap.current = pointers.current.size > 1 || isDouble ? null : { ...point, at: event.timeStamp };
        if (isDouble && zoom.scale > 1) whole();
        else if (isDouble) zoomBy(tapFactor, point);
      },
      onPointerMove(event) {
        const before = pointers.current.get(event.pointerId);
        if (!before) return;
        const after = pointIn(event.currentTarget, event);
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
        pointers.current.set(event.pointerId, after);
        if (other) setZoom(now => pinched(now, [before, other], [after, other], sizeOf(), picture.current));
        else panBy({ x: after.x - before.x, y: after.y - before.y });
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onKeyDown(event) {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const by = steps[event.key];
        if (by) panBy({ x: by.x * keyStep, y: by.y * keyStep });
        else if (event.key === '+' || event.key === '=') zoomBy(buttonFactor);
        else if (event.key === '-') zoomBy(1 / buttonFactor);
        else if (event.key === '0') whole();
        else return;
        event.preventDefault();
      },
    },
  };
}

// An arrow key looks further in its direction, so the picture moves the other way.
const steps: Record<string, Point> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Where an event is, in px from the centre of the frame. */
function pointIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
}
