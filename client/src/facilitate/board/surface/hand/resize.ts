import { letGo } from '@multaqa/shared/facilitate/board/scene/carry';
import { type Bounds, boundsOf, middleOf, type Point, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import {
  degreesTowards,
  type Handle,
  handleAt,
  resized,
  resizedTogether,
  turned,
} from '@multaqa/shared/facilitate/board/scene/resize';
import { type Box, type BoxedThing, isBoxed, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
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

/** What is pulled at: its own box where it is a single thing, and otherwise the rectangle around all of it. */
type Pulled = { things: readonly BoxedThing[]; whole: Bounds; box: Box };

function pulledBy(desk: Desk): Pulled | null {
  const things = pullable(desk);
  const whole = unionOf(things.map(({ at }) => boundsOf(at)));
  if (!whole) return null;
  return { things, whole, box: things.length === 1 && things[0] ? things[0].at : [...whole, 0] };
}

/** A grip that pulls or turns things as long as it holds, and writes them once at the end. */
function pulling(desk: Desk, { things, whole }: Pulled, boxAt: (press: Press) => Box): Grip {
  const scene = desk.board.scene();
  const ids = things.map(({ id }) => id);
  let changes: Changes = new Map();
  const end = () => {
    desk.look.preview(ownHand, null);
    desk.ui.setState({ busy: 'no', carry: null });
  };
  return {
    move(press) {
      const carry = { ids, whole, box: boxAt(press) };
      changes = letGo(scene, carry);
      desk.look.preview(ownHand, changed(desk.board.scene(), changes));
      desk.ui.setState({ busy: 'moving', carry });
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
  const pulled = pulledBy(desk);
  if (!pulled) return null;
  const { things, whole, box } = pulled;
  const [only, ...others] = things;
  const grabbed = handleAt(box, handle);
  const off: Point = [grabbed[0] - begin.at[0], grabbed[1] - begin.at[1]];
  const boxes = things.map(({ at }) => at);
  return pulling(desk, pulled, press => {
    const to: Point = [press.at[0] + off[0], press.at[1] + off[1]];
    if (!only || others.length > 0) return resizedTogether(boxes, whole, handle, to, { least });
    return resized(box, handle, to, { keeps: keepsShape(only, handle) !== press.shift, least });
  });
}

const keepsShape = ({ kind }: BoxedThing, handle: Handle): boolean =>
  handle.length === 2 && (kind === 'note' || kind === 'image' || kind === 'stamp' || kind === 'stroke');

/** Turns what is chosen round its middle; with Shift in steps of 15 degrees. Upright is easy to find again. */
export function turning(desk: Desk, begin: Press): Grip | null {
  const pulled = pulledBy(desk);
  if (!pulled) return null;
  const { box } = pulled;
  const middle = middleOf(box);
  const first = degreesTowards(middle, begin.at, 0);
  return pulling(desk, pulled, press => {
    const degrees = degreesTowards(middle, press.at, 0) - first;
    return upright(turned(box, middle, degrees), box[4] + degrees, press.shift);
  });
}

function upright(box: Box, degrees: number, isStepped: boolean): Box {
  const step = isStepped ? 15 : 90;
  const near = Math.round(degrees / step) * step;
  if (!isStepped && Math.abs(degrees - near) > 3) return box;
  const [left, top, width, height] = box;
  return [left, top, width, height, ((near % 360) + 360) % 360];
}
