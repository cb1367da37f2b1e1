import { type Handle, handles } from '@multaqa/shared/facilitate/board/scene/resize';
import { isWritten, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Desk } from '../desk.ts';
import { startWriting } from '../write/start-writing.ts';
import { pullingEnd } from './arrow.ts';
import { atEdges } from './edges.ts';
import { lassoing } from './lasso.ts';
import { moving } from './move.ts';
import { panning } from './pan.ts';
import { placeAt } from './place.ts';
import { type Grip, isDrag, type Press, thingUnder } from './press.ts';
import { resizing, turning } from './resize.ts';

/** How long a finger rests before it picks something up, in ms; and how far apart two presses are at most to be one double press. */
const long = 350;
const double = 380;

let lastTap = { time: 0, x: 0, y: 0 };

/** What pressing means with nothing in hand: choose, move, pull, turn, draw round things, write. */
export function selecting(desk: Desk, press: Press, part: Element): Grip | null {
  const handle = part.closest<HTMLElement | SVGElement>('[data-handle]')?.dataset.handle;
  if (handle && desk.ui.getState().access === 'write') return pulling(desk, press, handle);
  const thing = thingUnder(desk, press);
  return thing ? onThing(desk, press, thing) : onBoard(desk, press);
}

function pulling(desk: Desk, press: Press, name: string): Grip | null {
  if (name === 'turn') return turning(desk, press);
  const handle = handles.find((one): one is Handle => one === name);
  if (handle) {
    const grip = resizing(desk, press, handle);
    return grip && atEdges(desk, press, grip);
  }
  const [arrow] = desk.chosenThings();
  if (arrow?.kind !== 'arrow' || (name !== 'from' && name !== 'to')) return null;
  return atEdges(desk, press, pullingEnd(desk, arrow, name));
}

function onBoard(desk: Desk, press: Press): Grip {
  const tap = () => {
    if (isDoubleTap(press) && desk.ui.getState().access === 'write') placeAt(desk, 'note', press.at);
    else if (!press.shift) desk.choose([]);
  };
  if (press.kind === 'touch')
    return resting(panning(desk, press, tap), press, () => atEdges(desk, press, lassoing(desk, press)));
  return dragging(press, () => atEdges(desk, press, lassoing(desk, press)), tap);
}

function onThing(desk: Desk, press: Press, thing: Thing): Grip {
  const wasChosen = desk.chosen().includes(thing.id);
  const isFinger = press.kind === 'touch';
  const choose = () => desk.choose(press.shift ? [...desk.chosen(), thing.id] : [thing.id]);
  if (!wasChosen && !isFinger) choose();
  const tap = () => {
    const isDouble = isDoubleTap(press);
    if (press.shift && wasChosen) return desk.choose(desk.chosen().filter(id => id !== thing.id));
    const isAlone = wasChosen && desk.chosen().length === 1;
    if (isDouble || (isFinger && isAlone)) return write(desk, thing);
    choose();
  };
  if (desk.ui.getState().access !== 'write') return panning(desk, press, tap);
  if (!isFinger || wasChosen) return dragging(press, () => atEdges(desk, press, moving(desk, press)), tap);
  return resting(panning(desk, press, tap), press, () => {
    choose();
    return atEdges(desk, press, moving(desk, press));
  });
}

/** Lets this person write in a thing, if it is one to write in. */
export function write(desk: Desk, thing: Thing): void {
  if (!isWritten(thing) || !desk.mayChange(thing)) return;
  startWriting(desk, thing.id);
}

/** A grip that is only begun when the hand moves; until then it is a press. */
function dragging(begin: Press, drag: () => Grip, tap: () => void): Grip {
  let grip: Grip | null = null;
  return {
    move(press, way, ahead) {
      if (!grip && isDrag(begin, press)) grip = drag();
      grip?.move(press, way, ahead);
    },
    up: press => (grip ? grip.up(press) : tap()),
    cancel: () => grip?.cancel(),
  };
}

/** A finger that moves at once does one thing, one that rests first another. */
function resting(first: Grip, begin: Press, rested: () => Grip): Grip {
  let grip = first;
  let isMoving = false;
  const timer = setTimeout(() => {
    if (isMoving) return;
    first.cancel();
    navigator.vibrate?.(12);
    grip = rested();
    grip.move(begin, [begin], []);
  }, long);
  return {
    move(press, way, ahead) {
      if (isDrag(begin, press)) {
        isMoving = true;
        clearTimeout(timer);
      }
      if (isMoving || grip !== first) grip.move(press, way, ahead);
    },
    up(press) {
      clearTimeout(timer);
      grip.up(press);
    },
    cancel() {
      clearTimeout(timer);
      grip.cancel();
    },
  };
}

/** Whether this press follows another one at the same place. */
function isDoubleTap({ pixel: [x, y], kind }: Press): boolean {
  const now = performance.now();
  const near = kind === 'touch' ? 24 : 8;
  const isDouble = now - lastTap.time < double && Math.hypot(x - lastTap.x, y - lastTap.y) < near;
  lastTap = { time: isDouble ? 0 : now, x, y };
  return isDouble;
}
