/** Deep, warm colours that carry white text, each with a lighter one for the far corner of a tile. */
export const personColours: readonly (readonly [deep: string, light: string])[] = [
  ['#0b6b6b', '#5f9d94'],
  ['#37506b', '#7d9ab6'],
  ['#6b3f58', '#b07f9a'],
  ['#6b5637', '#b3976a'],
  ['#3c6e5b', '#86a88d'],
  ['#8a4b2d', '#c08d6c'],
  ['#4a5d4a', '#93a78d'],
  ['#5a4a8a', '#9a8cc0'],
  ['#7a3b3b', '#b98383'],
  ['#2b4a75', '#7495bd'],
  ['#7a5c00', '#bd9f4f'],
  ['#276a4a', '#79a98c'],
  ['#8a3a5f', '#c283a2'],
];

export type Colours = readonly [deep: string, light: string];

/** The colours of somebody whom nothing more is known of: the same on every screen. */
export const coloursOf = (id: string): Colours => colourNumbered(indexOf(id));

/** The colours with this number. */
export const colourNumbered = (number: number): Colours => personColours[number] ?? ['#0b6b6b', '#5f9d94'];

function indexOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // The lower bits of this hash repeat too soon.
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return hash % personColours.length;
}

/** One or two letters that stand for a name; Arabic letters are set apart, so that they do not join into a word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map(word => [...(word ?? '').replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '');
  return letters.join(/[\u0600-\u06ff]/.test(letters.join('')) ? '\u00a0' : '').toLocaleUpperCase();
}

/** A person with the words by which lists and tables sort them. */
export type Coloured = { id: string; sortedBy: readonly string[] };

/** How many neighbours on either side have other colours. With two orders eight colours are taken at most; there are thirteen. */
const reach = 2;

/**
 * The number of a colour for each person: in every order that people are sorted by, neighbours differ. Whoever comes later
 * changes nobody's colour, because people are taken in the order of their coming and mind only those who were there.
 */
export function coloursFor(people: readonly Coloured[]): ReadonlyMap<string, number> {
  const orders: { id: string; key: string }[][] = [];
  const colours = new Map<string, number>();
  for (const { id, sortedBy } of people) {
    const taken = new Set<number | undefined>();
    sortedBy.forEach((key, at) => {
      const order = orders[at] ?? [];
      orders[at] = order;
      const place = placeIn(order, key);
      for (const { id: other } of order.slice(Math.max(0, place - reach), place + reach)) taken.add(colours.get(other));
      order.splice(place, 0, { id, key });
    });
    const own = indexOf(id);
    const free = personColours.map((_, step) => (own + step) % personColours.length).find(one => !taken.has(one));
    colours.set(id, free ?? own);
  }
  return colours;
}

/** Where a key belongs among sorted ones, behind those that are equal. */
function placeIn(order: readonly { key: string }[], key: string): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.key ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
