import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Desk } from '../desk.ts';
import { panning, pinching } from './pan.ts';
import { type Grip, type Press, pressOf } from './press.ts';

/** Begins what a press means; null for nothing. `part` is the element that was pressed. */
export type Begin = (press: Press, part: Element) => Grip | null;

type Held = { pointer: number; kind: Press['kind']; grip: Grip };

/** Parts of a board that have their own use for a pointer. */
const own = '[data-own]';

/**
 * The pointers on a board: one of them has a grip, two fingers move the board. No pointer is lost: it is captured, and when the device or the
 * window takes it away, everything is as before.
 */
export function openHand(desk: Desk, root: HTMLElement, begin: Begin, isSpaceDown: () => boolean): () => void {
  const fingers = new Map<number, Point>();
  let held: Held | null = null;
  let pinch: ReturnType<typeof pinching> | null = null;
  let rim = root.getBoundingClientRect();
  const read = (event: PointerEvent) => pressOf(desk, event, rim);
  const drop = () => {
    const grip = held?.grip;
    held = null;
    grip?.cancel();
  };
  const hold = (event: PointerEvent, press: Press, part: Element) => {
    root.toggleAttribute('data-by-pointer', true);
    root.focus({ preventScroll: true });
    capture(root, event.pointerId);
    const isPan = event.button === 1 || isSpaceDown();
    const grip = isPan ? panning(desk, press) : begin(press, part);
    if (!grip) return;
    event.preventDefault();
    held = { pointer: event.pointerId, kind: press.kind, grip };
  };
  const down = (event: PointerEvent) => {
    const part = event.target as Element;
    if (part.closest(own)) return;
    rim = root.getBoundingClientRect();
    const press = read(event);
    if (press.kind === 'pen' && !desk.ui.getState().hasPen) desk.ui.setState({ hasPen: true });
    if (press.kind === 'touch') fingers.set(event.pointerId, press.pixel);
    if (fingers.size === 2 && held?.kind !== 'pen') {
      drop();
      pinch = pinching(desk, [...fingers.values()]);
    } else if (!held && !pinch && event.button <= 1) hold(event, press, part);
  };
  const move = (event: PointerEvent) => {
    const press = read(event);
    desk.pointer.now = press.kind === 'touch' && !held ? null : press.at;
    desk.pointer.tell();
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, press.pixel);
    if (pinch) return pinch([...fingers.values()]);
    if (held?.pointer !== event.pointerId) return;
    const all = (events: PointerEvent[] | undefined) => (events ?? []).map(read);
    const way = all(event.getCoalescedEvents?.());
    held.grip.move(press, way.length > 0 ? way : [press], all(event.getPredictedEvents?.()));
  };
  const lift = (event: PointerEvent, isUp: boolean) => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2 && pinch) {
      pinch = null;
      desk.ui.setState({ busy: 'no' });
    }
    if (held?.pointer !== event.pointerId) return;
    if (!isUp) return drop();
    const { grip } = held;
    held = null;
    grip.up(read(event));
  };
  const leave = () => {
    desk.pointer.now = null;
    desk.pointer.tell();
  };
  const blur = () => {
    fingers.clear();
    pinch = null;
    drop();
  };
  const ends = [
    on(root, 'pointerdown', down),
    on(root, 'pointermove', move),
    on(root, 'pointerup', event => lift(event, true)),
    on(root, 'pointercancel', event => lift(event, false)),
    on(root, 'lostpointercapture', event => lift(event, false)),
    on(root, 'pointerleave', leave),
    // The board has the focus, and not the thing that was pressed.
    on(root, 'mousedown', event => {
      if (!(event.target as Element).closest(own)) event.preventDefault();
    }),
    on(root, 'contextmenu', event => {
      if (!(event.target as Element).closest(own)) event.preventDefault();
    }),
    listen(window, 'blur', blur),
    listen(root, 'boardcancel', drop),
  ];
  return () => {
    drop();
    for (const end of ends) end();
  };
}

function on<Name extends keyof HTMLElementEventMap>(
  root: HTMLElement,
  name: Name,
  act: (event: HTMLElementEventMap[Name]) => void,
): () => void {
  root.addEventListener(name, act);
  return () => root.removeEventListener(name, act);
}

function listen(target: EventTarget, name: string, act: () => void): () => void {
  target.addEventListener(name, act);
  return () => target.removeEventListener(name, act);
}

/** The pointer stays ours wherever it goes. One that has gone already cannot be held. */
function capture(root: HTMLElement, pointer: number): void {
  try {
    root.setPointerCapture(pointer);
  } catch {
    // It was lifted before it arrived here.
  }
}
