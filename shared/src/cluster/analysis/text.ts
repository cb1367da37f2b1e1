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

type Sparse = { features: Uint32Array; weights: Float64Array };

/**
 * Distances between texts in 0 (the same words) to 1 (nothing in common): one minus the cosine of their TF-IDF vectors, with
 * (1 + ln tf) · (1 + ln((1 + n) / (1 + df))) over stems and concepts (Salton, Buckley 1988). Texts are named by their index; null
 * when either of two says nothing, which is not the same as having nothing in common.
 */
export function textDistances(texts: readonly string[]): (a: number, b: number) => number | null {
  const counted = texts.map(featuresOf);
  const spread = new Map<string, number>();
  for (const counts of counted)
    for (const feature of counts.keys()) spread.set(feature, (spread.get(feature) ?? 0) + 1);
  // Numbers by the order of code units, so that sums do not depend on who comes first.
  const numbers = new Map([...spread.keys()].sort().map((feature, at) => [feature, at]));
  const vectors = counted.map(counts => vectorOf(counts, spread, numbers, texts.length));
  return (a, b) => {
    const [one, two] = [vectors[a], vectors[b]];
    if (!one || !two) return null;
    return one === two ? 0 : Math.min(1, Math.max(0, 1 - product(one, two)));
  };
}

/** A vector of length 1; null for a text without features. */
function vectorOf(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
  numbers: ReadonlyMap<string, number>,
  texts: number,
): Sparse | null {
  if (counts.size === 0) return null;
  const sorted = [...counts]
    .map(([feature, count]) => {
      const rarity = 1 + Math.log((1 + texts) / (1 + (spread.get(feature) ?? 0)));
      const often = count < 1 ? count : 1 + Math.log(count);
      return { number: numbers.get(feature) ?? 0, weight: often * rarity };
    })
    .sort((a, b) => a.number - b.number);
  const length = Math.sqrt(sorted.reduce((sum, { weight }) => sum + weight * weight, 0));
  return {
    features: Uint32Array.from(sorted, ({ number }) => number),
    weights: Float64Array.from(sorted, ({ weight }) => weight / length),
  };
}

/** The cosine of two vectors of length 1. */
function product(one: Sparse, two: Sparse): number {
  let [sum, a, b] = [0, 0, 0];
  while (a < one.features.length && b < two.features.length) {
    const [left, right] = [one.features[a] as number, two.features[b] as number];
    if (left === right) sum += (one.weights[a] as number) * (two.weights[b] as number);
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return sum;
}
