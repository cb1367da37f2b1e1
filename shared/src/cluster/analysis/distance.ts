import { townSizes } from '../../town-sizes.ts';
import { bordersBetween } from './borders.ts';
import { type Criterion, criteria, type Profile, type ProfileField, type Weights } from './profile.ts';
import { fold } from './text/words.ts';
import { textDistances } from './text.ts';

/** What two people are compared by: one of the criteria, or the id of one of the organiser's own questions. */
export type Compared = Criterion | `f${number}`;

/** `distance` from 0 (alike) to 1; null when it is not known of both; `weight` as it counts. */
export type Part = { criterion: Compared; distance: number | null; weight: number };

export type Distances = {
  size: number;
  /** The distance between the people at two positions of the list, 0 to 1. */
  at(i: number, j: number): number;
  /** What it is made of, for what counts at all. */
  parts(i: number, j: number): Part[];
  /** The same row by row, `size` times `size`. */
  flat: Float64Array;
};

type Measure = (i: number, j: number) => number | null;

/** The distance of two people of whom nothing is known that could be compared. */
const unknown = 0.5;

/**
 * How far people are apart: the mean of the distances by what counts, weighted, over what is known of both (J. C. Gower, A general
 * coefficient of similarity, Biometrics 27, 1971); 0.5 when nothing is. Each weight is divided by the spread of the distances that it
 * weighs. Positions are those of `profiles`.
 */
export function distancesOf(
  profiles: readonly Profile[],
  weights: Weights,
  fields: readonly ProfileField[],
): Distances {
  const size = profiles.length;
  const measured = measuresOf(profiles, weights, fields).map(one => measure(one, size));
  const flat = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1) {
      const distance = meanOf(measured, i * size + j);
      flat[i * size + j] = distance;
      flat[j * size + i] = distance;
    }
  return {
    size,
    flat,
    at: (i, j) => flat[i * size + j] as number,
    parts: (i, j) =>
      measured.map(({ criterion, weight, values }) => {
        const distance = values[Math.min(i, j) * size + Math.max(i, j)] as number;
        return { criterion, weight, distance: Number.isNaN(distance) ? null : distance };
      }),
  };
}

type Weighted = { criterion: Compared; weight: number; measure: Measure };

/** The distances of all pairs, the first before the second, by one criterion; NaN where one is not known. */
type Measured = { criterion: Compared; weight: number; values: Float64Array };

/** Less spread than this is chance: what hardly differs must not decide everything. */
const leastSpread = 0.1;

/**
 * Measures all pairs, and divides the weight by the standard deviation of what was found: most pairs share no need at all, and
 * needs would otherwise move nobody beside regions, whatever the weights say.
 */
function measure({ criterion, weight, measure }: Weighted, size: number): Measured {
  const values = new Float64Array(size * size).fill(Number.NaN);
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < size; i += 1) {
    // Oneself too, for whoever asks what that distance is made of.
    for (let j = i; j < size; j += 1) {
      const distance = measure(i, j);
      if (distance === null) continue;
      values[i * size + j] = distance;
      if (i === j) continue;
      count += 1;
      sum += distance;
      squares += distance * distance;
    }
  }
  const spread = count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  return { criterion, weight: weight / Math.max(leastSpread, spread), values };
}

function meanOf(measured: readonly Measured[], pair: number): number {
  let [sum, whole] = [0, 0];
  for (const { weight, values } of measured) {
    const distance = values[pair] as number;
    if (Number.isNaN(distance)) continue;
    sum += weight * distance;
    whole += weight;
  }
  return whole === 0 ? unknown : sum / whole;
}

function measuresOf(profiles: readonly Profile[], weights: Weights, fields: readonly ProfileField[]): Weighted[] {
  const makers: Record<Criterion, () => Measure> = {
    region: () => placeMeasure(profiles),
    needs: () => needsMeasure(profiles),
    vision: () => textDistances(profiles.map(({ vision }) => vision)),
    language: () => setMeasure(profiles, overlapDistance, ({ languages }) => languages),
    townSize: () => townSizeMeasure(profiles),
  };
  const own = weights.fields
    .flatMap(({ field, weight }) => {
      const asked = fields.find(({ id }) => id === field);
      return asked && weight > 0 ? [{ criterion: field as Compared, weight, field: asked }] : [];
    })
    .sort((a, b) => (a.criterion < b.criterion ? -1 : 1));
  return [
    ...criteria
      .filter(criterion => weights[criterion] > 0)
      .map(criterion => ({ criterion, weight: weights[criterion], measure: makers[criterion]() })),
    ...own.map(({ criterion, weight, field }) => ({ criterion, weight, measure: fieldMeasure(profiles, field) })),
  ];
}

/** Distances by borders that lie between two countries; people of one country come from different places in it. */
const byBorders = [0.4, 0.6, 0.8, 1] as const;

/** A region of the same name in another country may be one that both belong to, or another north. */
const sameNameAbroad = 0.2;

/**
 * 0 in the same town or the same region of a country; 0.2 for regions of one name in two countries; otherwise 0.4 in one country, 0.6
 * across one border, 0.8 across two, 1 farther away. Without countries, regions of different names are 1 apart.
 */
function placeMeasure(profiles: readonly Profile[]): Measure {
  const places = profiles.map(({ municipality, country, region }) => ({
    town: country && municipality ? `${fold(municipality).trim()}/${country}` : '',
    region: fold(region).trim(),
    country,
  }));
  return (i, j) => {
    const [one, two] = [places[i], places[j]];
    return one && two ? placeDistance(one, two) : null;
  };
}

type Place = { town: string; region: string; country: string };

function placeDistance(one: Place, two: Place): number | null {
  if (one.town !== '' && one.town === two.town) return 0;
  const borders = one.country && two.country ? bordersBetween(one.country, two.country) : null;
  if (one.region !== '' && one.region === two.region) return borders ? sameNameAbroad : 0;
  if (borders !== null) return byBorders[borders];
  return one.region !== '' && two.region !== '' ? 1 : null;
}

/** The mean of the distance between chosen needs (Jaccard) and between needs in people's own words, of those that are known of both. */
function needsMeasure(profiles: readonly Profile[]): Measure {
  const chosen = setMeasure(profiles, jaccardDistance, ({ needs }) => needs);
  const own = textDistances(profiles.map(({ ownNeeds }) => ownNeeds.join('\n')));
  return (i, j) => {
    const [byChoice, byWords] = [chosen(i, j), own(i, j)];
    if (byChoice === null || byWords === null) return byChoice ?? byWords;
    return (byChoice + byWords) / 2;
  };
}

/** Null where either set is empty: nobody has said. */
function setMeasure(
  profiles: readonly Profile[],
  distance: (shared: number, one: number, two: number) => number,
  of: (profile: Profile) => readonly string[],
): Measure {
  const sets = profiles.map(profile => new Set(of(profile)));
  return (i, j) => {
    const [one, two] = [sets[i], sets[j]];
    if (!one?.size || !two?.size) return null;
    let shared = 0;
    for (const value of one) if (two.has(value)) shared += 1;
    return distance(shared, one.size, two.size);
  };
}

/** Jaccard 1901: what only one has, of what either has. */
const jaccardDistance = (shared: number, one: number, two: number) => 1 - shared / (one + two - shared);

/** Szymkiewicz, Simpson: who speaks one of my three languages can talk with me. */
const overlapDistance = (shared: number, one: number, two: number) => 1 - shared / Math.min(one, two);

function townSizeMeasure(profiles: readonly Profile[]): Measure {
  const ranks = profiles.map(({ townSize }) => (townSize === null ? null : townSizes.indexOf(townSize)));
  return (i, j) => {
    const [one, two] = [ranks[i] ?? null, ranks[j] ?? null];
    return one === null || two === null ? null : Math.abs(one - two) / (townSizes.length - 1);
  };
}

/** Texts as texts, choices alike or not, numbers by their range among these people. */
function fieldMeasure(profiles: readonly Profile[], { id, kind }: ProfileField): Measure {
  const answers = profiles.map(({ fields }) => fields[id] ?? null);
  if (kind === 'text') return textDistances(answers.map(answer => String(answer ?? '')));
  if (kind === 'choice') {
    return (i, j) => {
      const [one, two] = [answers[i] ?? null, answers[j] ?? null];
      return one === null || two === null ? null : Number(one !== two);
    };
  }
  const numbers = answers.map(answer => (typeof answer === 'number' ? answer : null));
  const known = numbers.filter(number => number !== null);
  const range = Math.max(...known) - Math.min(...known);
  return (i, j) => {
    const [one, two] = [numbers[i] ?? null, numbers[j] ?? null];
    if (one === null || two === null) return null;
    return range === 0 ? 0 : Math.abs(one - two) / range;
  };
}
