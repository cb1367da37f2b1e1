/** Things in a row, in px: how long each is, which one must be seen, how much room there is, and how much of it the way to the others takes. */
type Row = { lengths: readonly number[]; needed: number | null; room: number; more: number };

/** Which things of a row find a place in it, by their position: all, or the first ones and the one that must be seen. */
export function fittingIn({ lengths, needed, room, more }: Row): ReadonlySet<number> {
  const all = lengths.map((length, at) => ({ length, at }));
  if (sum(lengths) <= room) return new Set(all.map(({ at }) => at));
  const first = needed === null ? undefined : all[needed];
  let left = room - more - (first?.length ?? 0);
  const shown = new Set(first ? [first.at] : []);
  for (const { length, at } of all) {
    if (shown.has(at)) continue;
    left -= length;
    if (left < 0) break;
    shown.add(at);
  }
  return shown;
}

const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);
