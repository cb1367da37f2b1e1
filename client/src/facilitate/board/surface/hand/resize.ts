import type { ThingChange } from '@multaqa/shared/facilitate/board/scene/edits';
import { boundsOf, middleOf, type Point, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import {
  degreesTowards,
  type Handle,
  handleAt,
  resized,
  resizedTogether,
  turned,
} from '@multaqa/shared/facilitate/board/scene/resize';
import { type BoxedThing, isBoxed, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Desk } from '../desk.ts';
import { type Changes, changed } from '../edit.ts';
import { drop, ownHand } from './move.ts';
import type { Grip, Press } from './press.ts';

/** How small things become at least, in units of the board. */
const least = 16;

/** The chosen things that this person may pull at. */
export const pullable = (desk: Desk): BoxedThing[] =>
  desk
    .chosenThings()
    .filter((thing: Thing): thing is BoxedThing => isBoxed(thing) && !thing.fixed && desk.mayChange(thing));

/** A grip that changes things as long as it holds, and writes them once at the end. */
function changing(desk: Desk, changesAt: (press: Press) => Changes): Grip {
  let changes: Changes = new Map();
  const end = () => {
    desk.look.preview(ownHand, null);
    desk.ui.setState({ busy: 'no' });
  };
  return {
    move(press) {
      changes = changesAt(press);
      desk.look.preview(ownHand, changed(desk.board.scene(), changes));
      desk.ui.setState({ busy: 'moving' });
    },
    up() {
      drop(desk, changes);
      end();
    },
    cancel: end,
  };
}

/** Pulls at a handle of what is chosen. Corners keep the proportions of notes, images and stamps, and of everything with Shift. */
export function resizing(desk: Desk, begin: Press, handle: Handle): Grip | null {
  const things = pullable(desk);
  const [only] = things;
  if (!only) return null;
  const box = things.length === 1 ? only.at : null;
  const grabbed = handleAt(box ?? [...(unionOf(things.map(({ at }) => boundsOf(at))) ?? [0, 0, 1, 1]), 0], handle);
  const off: Point = [grabbed[0] - begin.at[0], grabbed[1] - begin.at[1]];
  return changing(desk, press => {
    const to: Point = [press.at[0] + off[0], press.at[1] + off[1]];
    if (box) {
      const at = resized(box, handle, to, { keeps: keepsShape(only, handle) !== press.shift, least });
      return new Map([[only.id, { at } as ThingChange]]);
    }
    const boxes = resizedTogether(new Map(things.map(({ id, at }) => [id, at])), handle, to, { least });
    return new Map([...boxes].map(([id, at]): [ThingId, ThingChange] => [id, { at }]));
  });
}

const keepsShape = ({ kind }: BoxedThing, handle: Handle): boolean =>
  handle.length === 2 && (kind === 'note' || kind === 'image' || kind === 'stamp' || kind === 'stroke');

/** Turns what is chosen round its middle; with Shift in steps of 15 degrees. Upright is easy to find again. */
export function turning(desk: Desk, begin: Press): Grip | null {
  const things = pullable(desk);
  const around = unionOf(things.map(({ at }) => boundsOf(at)));
  if (!around) return null;
  const middle = things.length === 1 && things[0] ? middleOf(things[0].at) : middleOf(around);
  const first = degreesTowards(middle, begin.at, 0);
  return changing(desk, press => {
    const degrees = degreesTowards(middle, press.at, 0) - first;
    return new Map(
      things.map(({ id, at }): [ThingId, ThingChange] => [
        id,
        { at: upright(turned(at, middle, degrees), at[4] + degrees, press.shift) },
      ]),
    );
  });
}

function upright(box: BoxedThing['at'], degrees: number, isStepped: boolean): BoxedThing['at'] {
  const step = isStepped ? 15 : 90;
  const near = Math.round(degrees / step) * step;
  if (!isStepped && Math.abs(degrees - near) > 3) return box;
  const [left, top, width, height] = box;
  return [left, top, width, height, ((near % 360) + 360) % 360];
}
