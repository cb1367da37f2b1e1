import { difference } from '@multaqa/shared/facilitate/board/scene/edits';

/**
 * What a text says after somebody typed while others wrote in it. `base`: what the field showed when it was last in step, `typed`: what it shows now,
 * `now`: what the board says. Nothing that anybody wrote is lost; where both changed the same stretch, the own words follow the others'.
 */
export function mergeTyped(base: string, typed: string, now: string): string {
  if (base === now) return typed;
  const own = difference(base, typed);
  const others = difference(base, now);
  const insert = (at: number, gone: number) => now.slice(0, at) + own.come + now.slice(at + gone);
  if (others.at + others.gone <= own.at) return insert(own.at + others.come.length - others.gone, own.gone);
  if (own.at + own.gone <= others.at) return insert(own.at, own.gone);
  return insert(others.at + others.come.length, 0);
}

/** Where a caret stands after others changed the text around it. */
export function caretAfter(before: string, after: string, caret: number): number {
  const { at, gone, come } = difference(before, after);
  if (caret <= at) return caret;
  return caret >= at + gone ? caret + come.length - gone : at + come.length;
}
