/** A source of chance. */
export type Chance = {
  /** One of these. */
  pick<Item>(items: readonly Item[]): Item;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
};

/** Repeatable chance (mulberry32, public domain, by Tommy Ettinger). */
export function openChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { between, pick: items => items[between(0, items.length - 1)] as never };
}
