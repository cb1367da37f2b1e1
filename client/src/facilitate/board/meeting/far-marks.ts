import type { RoomBoardView } from '@multaqa/shared/facilitate/board/board.state';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { FarMark } from '../surface/parts.ts';

/** What is known of a board beside its things: the vote and one's own dots, what is locked, and whose names stand at a thing. */
type Known = Pick<RoomBoardView, 'vote'> & {
  locked: ReadonlySet<ThingId>;
  own: { readonly [thing: ThingId]: number };
  namesOf(thing: Thing): readonly string[];
};

/** What stands at a thing for those who see it from afar: the same as near by, but for what one presses there. Null for nothing. */
export function farMarkOf(thing: Thing, { vote, locked, own, namesOf }: Known): FarMark | null {
  const dots = dotsAt(thing.id, vote, own);
  const names = namesOf(thing).join(', ');
  const signs = [
    ...(locked.has(thing.id) ? (['locked'] as const) : []),
    ...(thing.outcome === null ? [] : (['outcome'] as const)),
  ];
  return dots || names || signs.length > 0 ? { dots, signs, names } : null;
}

function dotsAt(id: ThingId, vote: RoomBoardView['vote'], own: Known['own']): FarMark['dots'] {
  if (!vote) return null;
  const isCounted = vote.status === 'counted';
  const count = (isCounted ? vote.result[id]?.dots : own[id]) ?? 0;
  return count > 0 ? { of: isCounted ? 'all' : 'own', count } : null;
}
