import { conceptsOf } from './text/concepts.ts';
import { wordsOf } from './text/words.ts';

/** How much a word counts that is known as a concept, and how much the concept: the same word is nearer than another of its meaning. */
const knownWord = 0.5;
const concept = 1;

/** What a text says, as features with how often each occurs; features of concepts begin with `#`. */
function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string, by: number) => counts.set(feature, (counts.get(feature) ?? 0) + by);
  for (const { word, stem } of wordsOf(text)) {
    const known = conceptsOf(word);
    add(stem, known.length > 0 ? knownWord : 1);
    for (const name of known) add(`#${name}`, concept);
  }
  return counts;
}

/**
 * Distances between texts in 0 (the same words) to 1 (nothing in common): one minus the cosine of their TF-IDF vectors, with
 * (1 + ln tf) · (1 + ln((1 + n) / (1 + df))) over stems and concepts (Salton, Buckley 1988). Texts are named by their index; null
 * when either of two says nothing, which is not the same as having nothing in common.
 */
export function textDistances(texts: readonly string[]): (a: number, b: number) => number | null {
  const size = texts.length;
  const counted = texts.map(featuresOf);
  const cosines = cosinesOf(counted);
  return (a, b) => {
    if (!counted[a]?.size || !counted[b]?.size) return null;
    if (a === b) return 0;
    return Math.min(1, Math.max(0, 1 - (cosines[Math.min(a, b) * size + Math.max(a, b)] as number)));
  };
}

/** Where a feature occurs, and how much it weighs there. */
type Occurrence = { text: number; weight: number };

/**
 * The cosines of all pairs, the first before the second, feature by feature: most features are in few texts, so that this costs far
 * less than comparing each pair. In the order of code units, so that sums do not depend on who comes first.
 */
function cosinesOf(counted: readonly ReadonlyMap<string, number>[]): Float64Array {
  const size = counted.length;
  const places = new Map<string, Occurrence[]>();
  counted.forEach((counts, text) => {
    for (const [feature, count] of counts) {
      const found = places.get(feature) ?? [];
      found.push({ text, weight: count < 1 ? count : 1 + Math.log(count) });
      places.set(feature, found);
    }
  });
  const features = [...places.keys()].sort().map(feature => places.get(feature) ?? []);
  const squares = new Float64Array(size);
  for (const found of features) {
    const rarity = 1 + Math.log((1 + size) / (1 + found.length));
    for (const one of found) {
      one.weight *= rarity;
      squares[one.text] = (squares[one.text] as number) + one.weight ** 2;
    }
  }
  const cosines = new Float64Array(size * size);
  for (const found of features)
    found.forEach((one, at) => {
      for (const two of found.slice(at + 1)) {
        const pair = one.text * size + two.text;
        const length = Math.sqrt((squares[one.text] as number) * (squares[two.text] as number));
        cosines[pair] = (cosines[pair] as number) + (one.weight * two.weight) / length;
      }
    });
  return cosines;
}
