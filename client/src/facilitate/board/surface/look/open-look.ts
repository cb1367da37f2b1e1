import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { openListeners } from '../../../../platform/listeners.ts';
import type { Board } from '../../scene/open-board.ts';
import { overlaid } from './overlaid.ts';
import { openRanks } from './ranks.ts';
import { openRelations } from './relations.ts';

/** The things of a board as this screen draws them: what the document says, with what somebody is dragging where it is dragged to. */
export type Look = {
  scene(): Scene;
  /** Calls back when this one thing is to be drawn otherwise. */
  subscribe(id: ThingId, changed: () => void): () => void;
  /** How often a thing has been drawn otherwise: also where it is the same and what it holds on to has changed. */
  version(id: ThingId): number;
  /** Tells which things are drawn otherwise, those that hold on to them among them. */
  subscribeAll(changed: (touched: ReadonlySet<ThingId>) => void): () => void;
  /** The notes that were merged into one. */
  partsOf(id: ThingId): readonly ThingId[];
  /** What lies above what: the higher, the greater. */
  rank(id: ThingId): number;
  /** Draws things otherwise than the document says while somebody has them in hand; null when they let go. */
  preview(hand: string, things: ReadonlyMap<ThingId, Thing> | null): void;
  close(): void;
};

/** Opens the look of a board. */
export function openLook(board: Pick<Board, 'scene' | 'subscribe'>): Look {
  const all = openListeners<ReadonlySet<ThingId>>();
  const listeners = new Map<ThingId, Set<() => void>>();
  const versions = new Map<ThingId, number>();
  const hands = new Map<string, ReadonlyMap<ThingId, Thing>>();
  const relations = openRelations(board.scene());
  const ranks = openRanks(board.scene());
  let known = board.scene();
  let scene = known;

  const draw = (touched: Iterable<ThingId>) => {
    const around = relations.around(touched);
    for (const id of around) versions.set(id, (versions.get(id) ?? 0) + 1);
    all.tell(around);
    for (const id of around) for (const changed of [...(listeners.get(id) ?? [])]) changed();
  };
  const merge = () => {
    scene = hands.size === 0 ? known : overlaid(known, hands.values());
  };
  const end = board.subscribe(touched => {
    const [before, after] = [known, board.scene()];
    known = after;
    const gone = relations.around(touched);
    const targets = targetsOf(touched, before, after);
    relations.update(touched, before, after);
    ranks.update(touched, before, after);
    merge();
    draw(new Set([...gone, ...targets, ...touched]));
  });
  return {
    scene: () => scene,
    subscribe(id, changed) {
      const those = listeners.get(id) ?? new Set();
      listeners.set(id, those.add(changed));
      return () => {
        those.delete(changed);
        if (those.size === 0) listeners.delete(id);
      };
    },
    version: id => versions.get(id) ?? 0,
    subscribeAll: all.add,
    partsOf: relations.partsOf,
    rank: ranks.of,
    preview(hand, things) {
      const before = hands.get(hand);
      if (!before && !things) return;
      if (things) hands.set(hand, things);
      else hands.delete(hand);
      merge();
      draw(new Set([...(before?.keys() ?? []), ...(things?.keys() ?? [])]));
    },
    close: end,
  };
}

/** The notes as whose parts these things were drawn, and are drawn now. */
const targetsOf = (touched: Iterable<ThingId>, before: Scene, after: Scene): ThingId[] =>
  [...touched].flatMap(id => [before.get(id)?.into, after.get(id)?.into].filter(target => typeof target === 'string'));
