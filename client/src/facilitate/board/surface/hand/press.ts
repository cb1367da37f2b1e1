import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { topmostAt } from '@multaqa/shared/facilitate/board/scene/hit';
import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { toBoard } from '../camera/camera.ts';
import type { Desk } from '../desk.ts';

/** Where a pointer is: on the screen's part of the board, and on the board itself. */
export type Press = {
  pixel: Point;
  at: Point;
  kind: 'mouse' | 'touch' | 'pen';
  /** From 0 to 1; 0.5 where the device knows none. */
  pressure: number;
  shift: boolean;
  alt: boolean;
  /** Control, or Command on a Mac. */
  control: boolean;
};

/** What a hand does from the moment when it takes hold until it lets go. */
export type Grip = {
  /** With every place since the last call, the newest last; `ahead`: where the device expects the pointer next. */
  move(press: Press, way: readonly Press[], ahead: readonly Press[]): void;
  /** It lets go here. */
  up(press: Press): void;
  /** It comes to nothing: everything is as before. */
  cancel(): void;
};

/** How far a hand moves in pixels before it drags something and does not just press it. */
const slack = { mouse: 3, pen: 4, touch: 8 } as const;

/** Reads a pointer's event. */
export function pressOf(desk: Desk, event: PointerEvent, rim: DOMRect): Press {
  const pixel: Point = [event.clientX - rim.left, event.clientY - rim.top];
  const kind = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse';
  return {
    pixel,
    kind,
    at: toBoard(desk.camera.now(), pixel),
    pressure: kind === 'pen' && event.pressure > 0 ? event.pressure : 0.5,
    shift: event.shiftKey,
    alt: event.altKey,
    control: event.ctrlKey || event.metaKey,
  };
}

/** The topmost thing under a pointer; a finger need not hit a line exactly. */
export function thingUnder({ look, index, camera }: Desk, { at: [x, y], kind }: Press): Thing | null {
  const near = (kind === 'touch' ? 14 : 6) / camera.now().zoom;
  const scene = look.scene();
  const things = index.within([x - near, y - near, 2 * near, 2 * near]).flatMap(id => {
    const thing = scene.get(id);
    return thing && isDrawn(scene, thing) ? [{ ...thing, into: null }] : [];
  });
  const top = topmostAt(scene, things, [x, y], near);
  return top ? (scene.get(top.id) ?? null) : null;
}

/** How far a pointer has moved between two places, in pixels. */
export const wayBetween = (from: Press, to: Press): Point => [to.pixel[0] - from.pixel[0], to.pixel[1] - from.pixel[1]];

/** Whether it has moved so far that somebody drags. */
export const isDrag = (from: Press, to: Press): boolean => Math.hypot(...wayBetween(from, to)) > slack[from.kind];
