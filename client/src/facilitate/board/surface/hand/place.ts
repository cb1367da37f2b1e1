import { boxRound, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { boxBetween } from '@multaqa/shared/facilitate/board/scene/resize';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { asThing, type NewThing, newThing } from '../../scene/new-thing.ts';
import type { Desk, DeskState } from '../desk.ts';
import { put } from '../edit.ts';
import { startWriting } from '../write/start-writing.ts';
import { type Grip, isDrag, type Press } from './press.ts';

/** Tools that put a thing where one presses, as large as one draws it. */
export type Placed = 'note' | 'text' | 'shape' | 'frame' | 'stamp';

const sizes: Record<Placed, Point> = {
  note: [200, 200],
  text: [280, 44],
  shape: [200, 140],
  frame: [900, 600],
  stamp: [72, 72],
};
/** What is put there once and then chosen to be written in; stamps go on. */
const isWrittenAtOnce = (tool: Placed) => tool !== 'stamp' && tool !== 'shape';

/** What a tool would put into a box. */
function thingFor(tool: Placed, at: ReturnType<typeof boxRound>, { colour, ink, shape, stamp }: DeskState): NewThing {
  const written = { text: '', says: null };
  switch (tool) {
    case 'note':
      return { kind: 'note', at, colour, ...written };
    case 'text':
      return { kind: 'text', at, colour: ink, size: 'm', ...written };
    case 'shape':
      return { kind: 'shape', at, colour: ink, shape, fill: 'outline', ...written };
    case 'frame':
      return { kind: 'frame', at, colour: 'white', ...written };
    case 'stamp':
      return { kind: 'stamp', at, colour: 'ink', emoji: stamp };
  }
}

/** Puts a thing round a place in its usual size, chooses it, and lets one write in it at once. */
export function placeAt(desk: Desk, tool: Placed, place: Point): void {
  const [width, height] = sizes[tool];
  const centre: Point = tool === 'text' ? [place[0] + width / 2, place[1]] : place;
  finish(desk, tool, newThing(desk.board.scene(), thingFor(tool, boxRound(centre, width, height), desk.ui.getState())));
}

/** Puts a thing where one presses, or between two places where one drags. */
export function placing(desk: Desk, begin: Press, tool: Placed): Grip {
  const draftTo = (press: Press): ThingData => {
    const [width, height] = [press.at[0] - begin.at[0], press.at[1] - begin.at[1]];
    const side = Math.max(Math.abs(width), Math.abs(height));
    const isSquare = tool === 'note' || tool === 'stamp' || press.shift;
    const to: Point = isSquare
      ? [begin.at[0] + Math.sign(width || 1) * side, begin.at[1] + Math.sign(height || 1) * side]
      : press.at;
    const at = boxBetween(begin.at, to, tool === 'text' ? 44 : 24);
    return newThing(desk.board.scene(), thingFor(tool, at, desk.ui.getState()));
  };
  let draft: ThingData | null = null;
  const end = () => desk.ui.setState({ draft: null, busy: 'no' });
  return {
    move(press) {
      if (!draft && !isDrag(begin, press)) return;
      draft = draftTo(press);
      desk.ui.setState({ draft: asThing(draft), busy: 'drawing' });
    },
    up() {
      end();
      if (draft) finish(desk, tool, draft);
      else placeAt(desk, tool, begin.at);
    },
    cancel: end,
  };
}

function finish(desk: Desk, tool: Placed, data: ThingData): void {
  const [id] = put(desk, [data]) ?? [];
  if (id === undefined) return;
  if (tool === 'stamp') return;
  desk.ui.setState({ tool: 'select' });
  if (isWrittenAtOnce(tool)) startWriting(desk, id);
  else desk.choose([id]);
}
