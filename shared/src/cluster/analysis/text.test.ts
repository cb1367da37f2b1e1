import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textDistances } from './text.ts';
import { heldOutPairs, knownPairs, type Pair } from './text-pairs.samples.ts';

const texts = fc.array(
  fc.constantFrom(...[...knownPairs, ...heldOutPairs].flatMap(({ a, b }) => [a, b]), '', '…', 'the'),
  {
    minLength: 2,
    maxLength: 12,
    size: 'max',
  },
);

const distancesIn = (pairs: readonly Pair[]) => {
  const at = textDistances(pairs.flatMap(({ a, b }) => [a, b]));
  return pairs.map(({ isSame }, index) => ({ isSame, distance: at(2 * index, 2 * index + 1) ?? 1 }));
};

/** How often a pair that means the same is nearer than one that does not (area under the ROC curve). */
function auc(pairs: readonly Pair[]): number {
  const found = distancesIn(pairs);
  const [same, different] = [true, false].map(isSame => found.filter(pair => pair.isSame === isSame));
  const won = (same ?? []).flatMap(one =>
    (different ?? []).map(two => (one.distance < two.distance ? 1 : one.distance === two.distance ? 0.5 : 0)),
  );
  return won.reduce((sum: number, win) => sum + win, 0) / won.length;
}

const accuracyBelow = (threshold: number, pairs: readonly Pair[]) =>
  distancesIn(pairs).filter(({ isSame, distance }) => isSame === distance < threshold).length / pairs.length;

describe('texts in four languages', () => {
  test('pairs that mean the same are nearer than others, also in the half that nobody looked at', async ({
    annotate,
  }) => {
    expect(knownPairs.length + heldOutPairs.length).toBeGreaterThanOrEqual(120);
    const figures = { known: auc(knownPairs), heldOut: auc(heldOutPairs) };
    await annotate(`AUC of text distances: ${figures.known.toFixed(3)} known, ${figures.heldOut.toFixed(3)} held out`);
    expect(figures.known).toBeGreaterThan(0.78);
    expect(figures.heldOut).toBeGreaterThan(0.78);
    // "Any word or concept in common" as the line between same and different.
    expect(accuracyBelow(0.999, heldOutPairs)).toBeGreaterThan(0.7);
  });

  test.each([
    ['Clean water', 'مياه نظيفة'],
    ['Women in training', 'Frauen in Ausbildung'],
    ['Waste', 'déchets'],
    ['Beschäftigung', 'Beschaeftigung'],
    ['المدرسة', 'مدرسه'],
    ['والتشغيل', 'تشغيل'],
  ])('%s and %s have something in common', (one, two) => {
    expect(textDistances([one, two, 'rien de tel'])(0, 1)).toBeLessThan(0.9);
  });
});

describe('[laws] distances between texts', () => {
  test('are 0 to 1, symmetric, 0 for the same text, and null exactly where a text says nothing', () => {
    fc.assert(
      fc.property(texts, list => {
        const at = textDistances(list);
        const alone = list.map((text, index) => textDistances([text])(0, 0) ?? at(index, index));
        list.forEach((_, a) => {
          list.forEach((_, b) => {
            const distance = at(a, b);
            expect(distance).toBe(at(b, a));
            expect(distance === null).toBe(alone[a] === null || alone[b] === null);
            if (distance === null) return;
            expect(distance).toBeGreaterThanOrEqual(0);
            expect(distance).toBeLessThanOrEqual(1);
            if (list[a] === list[b]) expect(distance).toBeCloseTo(0, 9);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('do not depend on the order of the texts', () => {
    fc.assert(
      fc.property(texts, list => {
        const [at, back] = [textDistances(list), textDistances([...list].reverse())];
        const last = list.length - 1;
        list.forEach((_, index) => {
          expect(at(0, index)).toBe(back(last, last - index));
        });
      }),
      { numRuns: 60 },
    );
  });
});
