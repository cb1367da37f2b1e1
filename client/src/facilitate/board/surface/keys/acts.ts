import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { freePlace } from '@multaqa/shared/facilitate/board/scene/places';
import type { ShapeName } from '@multaqa/shared/facilitate/board/scene/thing';
import { letterOf } from '../../../../design/shortcuts.ts';
import * as arrange from '../chosen/arrange-chosen.ts';
import type { Desk, Tool } from '../desk.ts';
import { removeChosen } from '../edit.ts';
import { placeAt } from '../hand/place.ts';
import { write } from '../hand/select.ts';
import type { useText } from '../texts.ts';

type Key = Parameters<ReturnType<typeof useText>>[0];
/** What is told to those who hear the board. */
/** What is said of an act, and how it is taken back where that is offered. */
type Said = { key: Key; values?: Record<string, string | number>; undo?(): void } | null;
export type Act = (desk: Desk) => Said;

type Pressed = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** The letters that take a tool. */
export const toolKeys: Readonly<Partial<Record<Tool, string>>> = {
  ...{ select: 'V', hand: 'H', note: 'N', text: 'T', pen: 'P', marker: 'M', eraser: 'E' },
  ...{ shape: 'R', arrow: 'A', frame: 'F', stamp: 'S' },
};
const byLetter = new Map(Object.entries(toolKeys).map(([tool, letter]) => [letter.toLowerCase(), tool as Tool]));

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key does on a board; null for one that does nothing here. */
export function actFor(pressed: Pressed): Act | null {
  if (pressed.key === 'F10' && (pressed.altKey || pressed.shiftKey)) return toBar;
  if (pressed.altKey) return null;
  const way = arrows[pressed.key];
  if (way) return desk => go(desk, way, pressed.shiftKey);
  if (pressed.ctrlKey || pressed.metaKey) return withControl(pressed);
  return pressed.shiftKey ? withShift(pressed) : plain(pressed);
}

/** Goes to the bar on what is chosen, as editors have it; Escape leads back. */
function toBar({ chosen }: Desk): Said {
  if (chosen().length > 0) document.querySelector<HTMLElement>('[data-chosen-bar] button')?.focus();
  return null;
}

function plain(pressed: Pressed): Act | null {
  if (pressed.key === 'ContextMenu') return toBar;
  if (pressed.key === 'Enter') return enter;
  if (pressed.key === 'Escape') return letGo;
  if (pressed.key === 'Delete' || pressed.key === 'Backspace') return remove;
  if (pressed.key === '+' || pressed.key === '=') return desk => zoomBy(desk, 1.25);
  if (pressed.key === '-') return desk => zoomBy(desk, 0.8);
  const letter = letterOf(pressed);
  const shape: ShapeName | null = letter === 'r' ? 'rectangle' : letter === 'o' ? 'ellipse' : null;
  if (shape) return desk => take(desk, 'shape', shape);
  const tool = byLetter.get(letter);
  return tool ? desk => take(desk, tool) : null;
}

function withShift({ code, key }: Pressed): Act | null {
  if (code === 'Digit1') return desk => quiet(() => showAll(desk));
  if (code === 'Digit2') return desk => quiet(() => showChosen(desk));
  if (code === 'Digit0') return desk => quiet(() => desk.camera.zoomAt(middle(desk), 1));
  return key === '+' ? desk => zoomBy(desk, 1.25) : null;
}

function withControl({ code, shiftKey }: Pressed): Act | null {
  switch (code) {
    case 'KeyZ':
      return ({ board }) => quiet(shiftKey ? board.redo : board.undo);
    case 'KeyY':
      return ({ board }) => quiet(board.redo);
    case 'KeyA':
      return desk => quiet(() => desk.choose(desk.look.scene().keys()));
    case 'KeyD':
      return desk => quiet(() => arrange.duplicate(desk));
    case 'KeyG':
      return desk => quiet(() => (shiftKey ? arrange.ungroup(desk) : arrange.group(desk)));
    case 'BracketRight':
      return desk => quiet(() => arrange.reorder(desk, shiftKey ? 'up' : 'front'));
    case 'BracketLeft':
      return desk => quiet(() => arrange.reorder(desk, shiftKey ? 'down' : 'back'));
    default:
      return null;
  }
}

function quiet(act: () => void): null {
  act();
  return null;
}

const middle = ({ camera }: Desk): Point => [camera.size()[0] / 2, camera.size()[1] / 2];

function zoomBy({ camera }: Desk, factor: number): null {
  const [width, height] = camera.size();
  camera.zoomAt([width / 2, height / 2], camera.now().zoom * factor);
  return null;
}

/** Brings everything into sight. */
export function showAll({ camera, index }: Desk): void {
  const all = index.everything();
  if (all) camera.show(all);
}

/** Brings what is chosen into sight. */
function showChosen({ camera, index, chosen }: Desk): void {
  const bounds = unionOf(
    chosen()
      .map(id => index.boundsOf(id))
      .filter(bounds => bounds !== null),
  );
  if (bounds) camera.show(bounds, { margin: 80 });
}

/** Arrows move what is chosen by one unit, with Shift by ten; with nothing chosen they move the view. */
function go(desk: Desk, way: Point, isFar: boolean): Said {
  if (desk.chosen().length === 0) return quiet(() => desk.camera.push([-60 * way[0], -60 * way[1]]));
  const step = isFar ? 10 : 1;
  arrange.nudge(desk, [way[0] * step, way[1] * step]);
  return null;
}

function take(desk: Desk, tool: Tool, shape?: ShapeName): Said {
  if (desk.ui.getState().access !== 'write' && tool !== 'select' && tool !== 'hand') return null;
  desk.ui.setState(shape ? { tool, shape } : { tool });
  return { key: `surface.tool.${tool}` };
}

/** Enter writes in what is chosen, or puts what the tool makes into the middle of the view. */
function enter(desk: Desk): Said {
  const { tool, access } = desk.ui.getState();
  if (access !== 'write') return null;
  const isPlaced = tool === 'note' || tool === 'text' || tool === 'shape' || tool === 'frame' || tool === 'stamp';
  if (isPlaced) return quiet(() => placeAt(desk, tool, freeMiddle(desk)));
  const [thing, ...others] = desk.chosenThings();
  if (thing && others.length === 0) write(desk, thing);
  return null;
}

function freeMiddle({ view, index }: Desk): Point {
  const [left, top, width, height] = view();
  const taken = index
    .within(view())
    .map(id => index.boundsOf(id))
    .filter(bounds => bounds !== null);
  const [x, y] = freePlace(taken, [200, 200], [left + width / 2 - 100, top + height / 2 - 100], {
    gap: 20,
    direction: 'ltr',
  });
  return [x + 100, y + 100];
}

/** Escape lets go of the tool, then of what is chosen, and then lets the focus leave the board. */
function letGo(desk: Desk): Said {
  const { tool, chosen } = desk.ui.getState();
  desk.root.now?.dispatchEvent(new Event('boardcancel'));
  desk.root.now?.focus({ preventScroll: true });
  if (tool !== 'select') desk.ui.setState({ tool: 'select' });
  else if (chosen.length > 0) desk.ui.setState({ chosen: [], focused: null, leaves: true });
  else desk.ui.setState({ leaves: true });
  return null;
}

function remove(desk: Desk): Said {
  const removed = removeChosen(desk);
  desk.root.now?.focus({ preventScroll: true });
  return removed && { key: 'surface.removed', values: { count: removed.count }, undo: removed.bringBack };
}
