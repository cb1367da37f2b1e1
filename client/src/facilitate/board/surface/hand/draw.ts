import { strokePath } from '@multaqa/shared/facilitate/board/draw/stroke-path';
import { type InkPoint, packInk } from '@multaqa/shared/facilitate/board/scene/ink';
import { newThing } from '../../scene/new-thing.ts';
import type { Desk } from '../desk.ts';
import { put } from '../edit.ts';
import type { Grip, Press } from './press.ts';

const svg = 'http://www.w3.org/2000/svg';

const inkOf = ({ at: [x, y], pressure }: Press): InkPoint => [x, y, pressure];

/**
 * A stroke under the pen. It is drawn at once, past React, with every place that the device tells and those that it expects; it is written
 * when the pen is lifted, and the line under the pen goes when the one of the board is there.
 */
export function drawing(desk: Desk, begin: Press, pen: 'pen' | 'marker'): Grip {
  const { ink: colour, thickness } = desk.ui.getState();
  const look = { pen, thickness };
  const points: InkPoint[] = [inkOf(begin)];
  const line = document.createElementNS(svg, 'path');
  line.dataset.pen = pen;
  line.dataset.colour = colour;
  desk.root.ink?.append(line);
  desk.ui.setState({ busy: 'drawing', chosen: [] });
  const draw = (ahead: readonly Press[]) =>
    line.setAttribute('d', strokePath([...points, ...ahead.map(inkOf)], look, false));
  const end = () => {
    // What the board draws of it is there after this turn's microtasks.
    queueMicrotask(() => line.remove());
    desk.ui.setState({ busy: 'no' });
  };
  draw([]);
  return {
    move(_, way, ahead) {
      points.push(...way.map(inkOf));
      draw(ahead);
    },
    up() {
      const packed = packInk(points);
      if (packed) put(desk, [newThing(desk.board.scene(), { kind: 'stroke', colour, ...look, ...packed })]);
      end();
    },
    cancel: end,
  };
}
