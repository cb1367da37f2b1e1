import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { everything, panned, type Zoom, zoomed } from './zoom.ts';

type Box = { width: number; height: number };

const step = 1.6;
/** px by which an arrow key moves the plane. */
const stride = 60;
const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-stride, 0],
  ArrowRight: [stride, 0],
  ArrowUp: [0, -stride],
  ArrowDown: [0, stride],
};

/** What part of a plane is seen, and the ways to change it: buttons, keys, dragging, pinching, Ctrl with the wheel. */
export function useZoom(box: Box) {
  const [zoom, setZoom] = useState<Zoom>(everything);
  const frame = useRef<HTMLDivElement | null>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const middle = { x: box.width / 2, y: box.height / 2 };
  const by = (times: number, at = middle) => setZoom(before => zoomed(before, times, at, box));

  // The wheel alone scrolls the page; React listens to it passively, so that it could not be kept from zooming the page.
  useEffect(() => {
    const plane = frame.current;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      setZoom(before => zoomed(before, Math.exp(-event.deltaY / 200), at, box));
    };
    plane?.addEventListener('wheel', listen, { passive: false });
    return () => plane?.removeEventListener('wheel', listen);
  }, [box]);

  const onPointerMove = (event: PointerEvent) => {
    const last = pointers.current.get(event.pointerId);
    if (!last) return;
    const now = { x: event.clientX, y: event.clientY };
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    pointers.current.set(event.pointerId, now);
    if (!other) return setZoom(before => panned(before, { x: last.x - now.x, y: last.y - now.y }, box));
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const at = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
    const apart = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y);
    by(apart(now) / Math.max(1, apart(last)), at);
  };
  const release = (event: PointerEvent) => void pointers.current.delete(event.pointerId);

  return {
    zoom,
    frame,
    zoomIn: () => by(step),
    zoomOut: () => by(1 / step),
    showAll: () => setZoom(everything),
    handlers: {
      onPointerDown: (event: PointerEvent) =>
        void pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY }),
      onPointerMove,
      onPointerUp: release,
      onPointerCancel: release,
      onPointerLeave: release,
      onKeyDown(event: KeyboardEvent) {
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
        const [x, y] = arrows[event.key] ?? [0, 0];
        if (x !== 0 || y !== 0) setZoom(before => panned(before, { x, y }, box));
        else if (event.key === '+' || event.key === '=') by(step);
        else if (event.key === '-') by(1 / step);
        else if (event.key === '0') setZoom(everything);
        else return;
        event.preventDefault();
      },
    },
  };
}
