/** Deep, warm colours that carry white text, each with a lighter one for the far corner of a tile. */
export const personColours: readonly (readonly [deep: string, light: string])[] = [
  ['#0b6b6b', '#5f9d94'],
  ['#37506b', '#7d9ab6'],
  ['#6b3f58', '#b07f9a'],
  ['#6b5637', '#b3976a'],
  ['#3c6e5b', '#86a88d'],
  ['#8a4b2d', '#c08d6c'],
  ['#4b5a2a', '#93a065'],
  ['#5a4a8a', '#9a8cc0'],
  ['#7a3b3b', '#b98383'],
  ['#2b4a75', '#7495bd'],
];

/** The same colours for the same person on every screen. */
export function coloursOf(id: string): readonly [deep: string, light: string] {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return personColours[sum % personColours.length] ?? ['#0b6b6b', '#5f9d94'];
}

/** One or two letters that stand for a name; Arabic letters are set apart, so that they do not join into a word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = chosen.map(word => [...(word ?? '').replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '');
  return letters.join(/[\u0600-\u06ff]/.test(letters.join('')) ? '\u00a0' : '').toLocaleUpperCase();
}
