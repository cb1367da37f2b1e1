import { letGo } from '@multaqa/shared/facilitate/board/scene/carry';
import { framesAfter } from '@multaqa/shared/facilitate/board/scene/company';
import { type Bounds, type Point, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { snap } from '@multaqa/shared/facilitate/board/scene/snap';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Camera } from '../camera/camera.ts';
import { copiesOf } from '../chosen/copies.ts';
import type { Desk } from '../desk.ts';
import { allowed, type Changes, changed, commit, putAs } from '../edit.ts';
import type { Grip, Press } from './press.ts';

/** The hand of this person among those that have things of the board. */
export const ownHand = 'own';
/** How near in pixels an edge has to be to another one to be drawn to it. */
const reach = 6;
/** Neighbours that something is drawn to, at most. */
const neighboursAtMost = 150;

/** Moves the chosen things; with Alt their copies. They are written once, where they are dropped. */
export function moving(desk: Desk, begin: Press): Grip {
  const scene = desk.board.scene();
  const ids = desk.chosen().filter(id => {
    const thing = scene.get(id);
    return thing && !thing.fixed && desk.mayChange(thing);
  });
  const around = unionOf(ids.map(id => desk.index.boundsOf(id)).filter(bounds => bounds !== null));
  let seen: { from: Camera; neighbours: Bounds[] } | null = null;
  let changes: Changes = new Map();
  let way: Point = [0, 0];
  const end = () => {
    desk.look.preview(ownHand, null);
    desk.ui.setState({ busy: 'no', guides: [], carry: null });
  };
  return {
    move(press) {
      if (!around) return;
      way = [press.at[0] - begin.at[0], press.at[1] - begin.at[1]];
      if (press.shift) way = Math.abs(way[0]) > Math.abs(way[1]) ? [way[0], 0] : [0, way[1]];
      // The view may have moved on.
      const from = desk.camera.now();
      if (seen?.from !== from) seen = { from, neighbours: neighboursOf(desk, ids) };
      const there: Bounds = [around[0] + way[0], around[1] + way[1], around[2], around[3]];
      const { by, guides } = press.control
        ? { by: [0, 0] as Point, guides: [] }
        : snap(there, seen.neighbours, reach / from.zoom);
      way = [way[0] + by[0], way[1] + by[1]];
      const carry = { ids, by: way };
      // What is locked in a frame stays behind.
      changes = allowed(desk, letGo(scene, carry));
      desk.look.preview(ownHand, changed(desk.board.scene(), changes));
      desk.ui.setState({ busy: 'moving', guides, carry });
    },
    up(press) {
      if (press.alt) dropCopies(desk, ids, way);
      else drop(desk, changes);
      end();
    },
    cancel: end,
  };
}

/** Writes where things were dropped, and the frames that they lie in now. */
export function drop(desk: Desk, changes: Changes, joins?: string): void {
  const scene = desk.board.scene();
  const after = new Map([...scene, ...changed(scene, changes)]);
  const all = new Map(changes);
  for (const [id, frame] of framesAfter(after, changes.keys())) all.set(id, { ...all.get(id), ...frame });
  commit(desk, all, joins);
}

function dropCopies(desk: Desk, ids: readonly ThingId[], way: Point): void {
  const copies = copiesOf(desk.board.scene(), ids, way);
  if (putAs(desk, copies)) desk.choose(copies.map(([id]) => id));
}

/** What is in sight and does not move along. */
function neighboursOf({ index, view, board }: Desk, ids: readonly ThingId[]): Bounds[] {
  const moving = new Set(ids);
  const scene = board.scene();
  return index
    .within(view())
    .filter(id => {
      const thing = scene.get(id);
      return (
        thing && !moving.has(id) && thing.kind !== 'stroke' && thing.kind !== 'arrow' && !moving.has(thing.frame ?? '')
      );
    })
    .slice(0, neighboursAtMost)
    .map(id => index.boundsOf(id))
    .filter(bounds => bounds !== null);
}
