import type { ThingChange } from './edits.ts';
import { byHeight, type Scene } from './scene.ts';
import type { Thing, ThingId } from './thing.ts';

/** Where things go in the order of what lies above what. */
export const heights = ['front', 'up', 'down', 'back'] as const;
export type Height = (typeof heights)[number];

/** Numbers nearer to each other than this leave no room between them for others. */
const nearest = 1e-6;
/** Numbers beyond this cannot be told apart finely enough. */
const furthest = 1e9;

/** All things from the lowest to the highest. */
export const inOrder = (scene: Scene): Thing[] => [...scene.values()].sort(byHeight);

/** A height above everything there is. */
export const onTop = (scene: Scene): number => {
  let top = 0;
  for (const { z } of scene.values()) if (Number.isFinite(z) && z < furthest) top = Math.max(top, z);
  return Math.floor(top) + 1;
};

/**
 * Brings things to the front or the back, or past the next one. They keep their order among themselves, and frames stay below all else. Where
 * there is no room between two numbers any more, all get new ones.
 */
export function reordered(scene: Scene, ids: Iterable<ThingId>, height: Height): Map<ThingId, ThingChange> {
  const chosen = new Set(ids);
  const changes = new Map<ThingId, ThingChange>();
  for (const isFrame of [true, false]) {
    const layer = inOrder(scene).filter(({ kind }) => (kind === 'frame') === isFrame);
    const moving = layer.filter(({ id }) => chosen.has(id));
    if (moving.length === 0 || moving.length === layer.length) continue;
    for (const [id, z] of placed(layer, moving, height)) changes.set(id, { z });
  }
  return changes;
}

function placed(layer: readonly Thing[], moving: readonly Thing[], height: Height): [ThingId, number][] {
  const others = layer.filter(thing => !moving.includes(thing));
  const at = placeAmong(layer, others, moving, height);
  const [below, above] = [others[at - 1]?.z ?? null, others[at]?.z ?? null];
  const numbers = numbersBetween(below, above, moving.length);
  if (numbers) return moving.map((thing, index) => [thing.id, numbers[index] ?? 0]);
  return [...others.slice(0, at), ...moving, ...others.slice(at)].map((thing, index) => [thing.id, index + 1]);
}

/** Below which of the others the moving ones come to lie, counted from the lowest. */
function placeAmong(
  layer: readonly Thing[],
  others: readonly Thing[],
  moving: readonly Thing[],
  height: Height,
): number {
  if (height === 'front') return others.length;
  if (height === 'back') return 0;
  const edge = layer.indexOf((height === 'up' ? moving.at(-1) : moving[0]) as Thing);
  const below = layer.slice(0, edge).filter(thing => !moving.includes(thing)).length;
  return height === 'up' ? Math.min(others.length, below + 1) : Math.max(0, below - 1);
}

function numbersBetween(below: number | null, above: number | null, count: number): number[] | null {
  if ([below, above].some(edge => edge !== null && Math.abs(edge) > furthest)) return null;
  const from = below ?? (above ?? 0) - count - 1;
  const to = above ?? from + count + 1;
  const step = (to - from) / (count + 1);
  return step > nearest ? Array.from({ length: count }, (_, at) => from + step * (at + 1)) : null;
}
