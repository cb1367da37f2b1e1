import { type Bounds, boundsAround, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isLassoed, isTaken } from '@multaqa/shared/facilitate/board/scene/hit';
import { isDrawn } from '@multaqa/shared/facilitate/board/scene/merged';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Desk } from '../desk.ts';
import type { Grip, Press } from './press.ts';

/** Chooses what lies in a rectangle, or with Alt within a way that is drawn by hand. With Shift what was chosen stays so. */
export function lassoing(desk: Desk, begin: Press): Grip {
  const before = begin.shift ? desk.chosen() : [];
  const way: Point[] = [begin.at];
  const end = () => desk.ui.setState({ lasso: null, busy: 'no' });
  return {
    move(press, steps) {
      way.push(...steps.map(({ at }) => at));
      const isByHand = begin.alt;
      const rectangle = boundsAround([begin.at, press.at]);
      const found = isByHand ? within(desk, boundsAround(way), way) : within(desk, rectangle, null);
      desk.choose([...before, ...found]);
      desk.ui.setState({ lasso: isByHand ? [...way] : cornersOf(rectangle), busy: 'drawing' });
    },
    up: end,
    cancel() {
      end();
      desk.choose(before);
    },
  };
}

const cornersOf = ([left, top, width, height]: Bounds): Point[] => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

function within({ index, look }: Desk, rectangle: Bounds, way: readonly Point[] | null): ThingId[] {
  const scene = look.scene();
  return index.within(rectangle).filter(id => {
    const thing = scene.get(id);
    if (!thing || !isDrawn(scene, thing)) return false;
    const shown = { ...thing, into: null };
    return way ? isLassoed(scene, shown, way) : isTaken(scene, shown, rectangle);
  });
}
