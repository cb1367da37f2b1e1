import type { Carry } from '@multaqa/shared/facilitate/board/scene/carry';
import { withGroups } from '@multaqa/shared/facilitate/board/scene/company';
import type { Bounds, Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Guide } from '@multaqa/shared/facilitate/board/scene/snap';
import type { Colour, ShapeName, Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { createStore, type StoreApi } from 'zustand';
import { openListeners } from '../../../platform/listeners.ts';
import type { Board } from '../scene/open-board.ts';
import { type CameraHolder, openCamera } from './camera/open-camera.ts';
import { type Index, openIndex } from './look/open-index.ts';
import { type Look, openLook } from './look/open-look.ts';
import { openSight, type SightHolder } from './look/open-sight.ts';

/** What a hand does on a board. */
export const tools = [
  'select',
  'hand',
  'note',
  'text',
  'pen',
  'marker',
  'eraser',
  'shape',
  'arrow',
  'frame',
  'stamp',
] as const;
export type Tool = (typeof tools)[number];

/** What this person has in hand and in mind on a board; nothing of it is in the document. */
export type DeskState = {
  access: 'write' | 'read';
  /** What hosts keep from being changed, as far as that holds for this person. */
  locked: ReadonlySet<ThingId>;
  tool: Tool;
  chosen: readonly ThingId[];
  /** The thing that is being written in. */
  writes: ThingId | null;
  /** The thing that is to have the focus of the keyboard. */
  focused: ThingId | null;
  /** What stays chosen while Tab goes on to other things. */
  kept: readonly ThingId[];
  /** The next Tab leaves the board, and does not go through its things. */
  leaves: boolean;
  /** Something is being dragged: bars that would be in the way are away. */
  busy: 'no' | 'moving' | 'drawing' | 'panning';
  guides: readonly Guide[];
  /** What is drawn round things to choose them: a way by hand or two corners. */
  lasso: readonly Point[] | null;
  /** What is being put on the board and is not in the document yet. */
  draft: Thing | null;
  /** What is in hand, and what is done with it: the others see it. */
  carry: Carry | null;
  /** There was no room for something new. */
  isFull: boolean;
  /** What an arrow would hold on to if it were let go now. */
  target: ThingId | null;
  /** How new things look. */
  colour: Colour;
  ink: Colour;
  thickness: 's' | 'm' | 'l';
  shape: ShapeName;
  stamp: string;
  /** Somebody uses a pen on this device: fingers then move the board and draw nothing. */
  hasPen: boolean;
};

/** An open board with everything that one needs to work on it. */
export type Desk = {
  board: Board;
  look: Look;
  index: Index;
  sight: SightHolder;
  camera: CameraHolder;
  ui: StoreApi<DeskState>;
  /** The element that shows the board; null before it is there. */
  root: { now: HTMLElement | null; ink: SVGElement | null };
  view(): Bounds;
  /** Where the pointer is on the board; null while it is elsewhere. */
  pointer: { now: Point | null; tell(): void; subscribe(moved: () => void): () => void };
  chosen(): readonly ThingId[];
  chosenThings(): Thing[];
  /** Chooses things, with the others of their groups. */
  choose(ids: Iterable<ThingId>): void;
  /** Whether this person may change a thing: they may write, hosts have not locked it. */
  mayChange(thing: Thing): boolean;
  /** What this person may do; who may only read lets go of what they had in hand. */
  setAccess(access: DeskState['access']): void;
  /** Which of the hosts' locks hold for this person. True when this took something out of their hand, or ended their writing. */
  setLocked(locked: ReadonlySet<ThingId>): boolean;
  close(): void;
};

/** Things that are elements wherever they are, at most. */
const keptAtMost = 60;

/** Opens a desk on a board. */
export function openDesk(board: Board): Desk {
  const look = openLook(board);
  const index = openIndex(look);
  const camera = openCamera();
  const sight = openSight(look, index, camera);
  const pointer = openListeners();
  const root: Desk['root'] = { now: null, ink: null };
  const ui = createStore<DeskState>(() => ({
    ...{
      access: 'read',
      locked: new Set(),
      tool: 'select',
      chosen: [],
      writes: null,
      focused: null,
      kept: [],
      leaves: false,
      busy: 'no',
    },
    ...{
      guides: [],
      lasso: null,
      draft: null,
      carry: null,
      isFull: false,
      target: null,
      colour: 'yellow',
      ink: 'ink',
      thickness: 'm',
      shape: 'rectangle',
      stamp: '👍',
      hasPen: false,
    },
  }));
  const keepInSight = () => {
    const { chosen, writes, focused } = ui.getState();
    const ids = [writes, focused, ...chosen].filter(id => id !== null);
    sight.keep([...new Set(ids)].slice(0, keptAtMost));
  };
  const ends = [ui.subscribe(keepInSight), board.subscribe(() => forgetGone(ui, board.scene()))];
  return {
    ...{ board, look, index, sight, camera, ui },
    root,
    view: camera.view,
    pointer: { now: null, tell: pointer.tell, subscribe: pointer.add },
    chosen: () => ui.getState().chosen,
    chosenThings: () => ui.getState().chosen.flatMap(id => look.scene().get(id) ?? []),
    choose(ids) {
      const chosen = [...withGroups(look.scene(), ids)];
      ui.setState({ chosen, kept: [], focused: chosen.length === 1 ? ui.getState().focused : null });
    },
    mayChange({ id }) {
      const { access, locked } = ui.getState();
      return access === 'write' && !locked.has(id);
    },
    setAccess(access) {
      if (access === ui.getState().access) return;
      ui.setState(access === 'write' ? { access } : { access, tool: 'select', writes: null, draft: null });
    },
    setLocked(locked) {
      const { carry, writes } = ui.getState();
      const isCarried = carry?.ids.some(id => locked.has(id)) ?? false;
      const isWritten = writes !== null && locked.has(writes);
      ui.setState({ locked, writes: isWritten ? null : writes });
      if (isCarried) root.now?.dispatchEvent(new Event('boardcancel'));
      return isCarried || isWritten;
    },
    close() {
      for (const end of ends) end();
      for (const part of [sight, index, look]) part.close();
    },
  };
}

/** What others have removed is no longer chosen, and no longer written in. */
function forgetGone(ui: StoreApi<DeskState>, scene: Scene): void {
  const { chosen, writes, focused } = ui.getState();
  const left = chosen.filter(id => scene.has(id));
  const isGone = (id: ThingId | null) => id !== null && !scene.has(id);
  if (left.length === chosen.length && !isGone(writes) && !isGone(focused)) return;
  ui.setState({
    chosen: left.length === chosen.length ? chosen : left,
    writes: isGone(writes) ? null : writes,
    focused: isGone(focused) ? null : focused,
  });
}
