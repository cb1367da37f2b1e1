import { byHeight, type Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';

/** What lies above what, as whole numbers: the higher, the greater. Where something has gone there is a gap. */
export type Ranks = {
  of(id: ThingId): number;
  update(touched: Iterable<ThingId>, before: Scene, after: Scene): void;
};

/** From so many on all are counted again, so that they stay below what is written in. */
const most = 50_000;

/** Ranks the things of a scene. What comes or goes on top, as nearly everything does, costs no comparison with the others. */
export function openRanks(scene: Scene): Ranks {
  let ranks = new Map<ThingId, number>();
  /** What has been highest since all were counted, and its number. */
  let top: Thing | null = null;
  let last = 0;
  const count = (all: Iterable<Thing>) => {
    for (const thing of [...all].sort(byHeight)) {
      last += 1;
      ranks.set(thing.id, last);
      top = thing;
    }
  };
  const countAll = (after: Scene) => {
    ranks = new Map();
    last = 0;
    top = null;
    count(after.values());
  };
  countAll(scene);
  return {
    of: id => ranks.get(id) ?? 0,
    update(touched, before, after) {
      const placed: Thing[] = [];
      for (const id of touched) {
        const now = after.get(id);
        if (!isElsewhere(before.get(id), now)) continue;
        if (now) placed.push(now);
        else ranks.delete(id);
      }
      const highest = top;
      if (last < most && placed.every(thing => !highest || byHeight(thing, highest) > 0)) count(placed);
      else countAll(after);
    },
  };
}

/** Whether something came, went, or was put higher or lower. */
const isElsewhere = (before: Thing | undefined, after: Thing | undefined) =>
  before?.z !== after?.z || before?.kind !== after?.kind;
