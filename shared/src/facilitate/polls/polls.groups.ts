import type { RuleContext } from '../../kernel/context.ts';
import type { RoomId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import { voters } from './polls.messages.ts';
import type { Run, VoterGroups } from './polls.state.ts';
import { others } from './results/splits.ts';
import type { Sheet } from './sheet.ts';

/**
 * The groups of an anonymous poll that ballots may be told apart by: those of which five people or more are in its rooms when
 * it is launched. Where the others together are fewer than five, they are no group either. In order of their names.
 */
export function labelsFor(
  { names, split }: Pick<Sheet, 'names' | 'split'>,
  rooms: readonly RoomId[],
  { peopleIn, roleOf, groupsOf }: Pick<RuleContext, 'peopleIn' | 'roleOf' | 'groupsOf'>,
): string[] {
  if (names !== 'never' || split === null) return [];
  const sizes = new Map<string, number>();
  for (const room of rooms)
    for (const person of peopleIn(room).filter(one => voters.some(role => role === roleOf(one)))) {
      const group = { ...groupsOf(person), room }[split] ?? others;
      sizes.set(group, (sizes.get(group) ?? 0) + 1);
    }
  const large = [...sizes].filter(([group, size]) => group !== others && size >= limits.smallestCell);
  const rest = [...sizes].reduce((sum, [, size]) => sum + size, 0) - large.reduce((sum, [, size]) => sum + size, 0);
  const labels = large.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1)).map(([group]) => group);
  // Fewer than five others are hidden among the smallest group that could be told.
  const told = rest > 0 && rest < limits.smallestCell ? labels.slice(1) : labels;
  const all = told.length < labels.length || rest > 0 ? [...told, others] : told;
  return all.length > 1 ? all.sort() : [];
}

/**
 * What a ballot paper says of its owner: their group, or that they are one of the others; null where nothing is told apart.
 * Somebody who comes later from a group of their own, where there are no others, is counted with the first group: alone they
 * would be known.
 */
export function paperGroup({ sheet, labels }: Pick<Run, 'sheet' | 'labels'>, of: VoterGroups): string | null {
  if (sheet.split === null || labels.length === 0) return null;
  const group = of[sheet.split];
  if (group !== null && labels.includes(group)) return group;
  return labels.includes(others) ? others : (labels[0] ?? null);
}
