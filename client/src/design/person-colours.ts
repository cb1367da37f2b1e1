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

/** The same colours for the same person on every screen. */
export function coloursOf(id: string): readonly [deep: string, light: string] {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  // The lower bits of this hash repeat too soon.
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return personColours[hash % personColours.length] ?? ['#0b6b6b', '#5f9d94'];
}

/** One or two letters that stand for a name; Arabic letters are set apart, so that they do not join into a word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map(word => [...(word ?? '').replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '');
  return letters.join(/[\u0600-\u06ff]/.test(letters.join('')) ? '\u00a0' : '').toLocaleUpperCase();
}
