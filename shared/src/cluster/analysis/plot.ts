import type { Distances } from './distance.ts';

/** A point for each position, near where people are alike; both axes in units of distance, the mean of all points at 0. */
export type Point = { x: number; y: number };

const rounds = 100;

/**
 * Points in a plane whose distances come as near as two axes can to those between people: classical scaling (Torgerson 1952), the two
 * largest eigenvalues of the doubly centred squares by power iteration. On each axis the farthest point lies on the positive side, so
 * that the picture of the same people is always the same.
 */
export function plotOf({ size, flat }: Distances): Point[] {
  const centred = centre(size, flat);
  const first = axis(centred, size, []);
  const second = axis(centred, size, [first]);
  return Array.from({ length: size }, (_, at) => ({ x: first[at] as number, y: second[at] as number }));
}

/** -½ J D² J, where J takes the mean away. */
function centre(size: number, flat: Float64Array): Float64Array {
  const squares = flat.map(distance => -0.5 * distance * distance);
  const means = Array.from({ length: size }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += squares[row * size + column] as number;
    return sum / size;
  });
  const mean = means.reduce((sum, value) => sum + value, 0) / size;
  return squares.map(
    (value, at) => value - (means[Math.floor(at / size)] as number) - (means[at % size] as number) + mean,
  );
}

/** The largest eigenvector at right angles to `others`, scaled by the root of its eigenvalue; zeros when none is left. */
function axis(matrix: Float64Array, size: number, others: readonly Float64Array[]): Float64Array {
  // It begins with what the matrix says of each person, not with their position, so that the order of people does not matter.
  let vector = Float64Array.from({ length: size }, (_, at) => Math.sqrt(Math.max(0, matrix[at * size + at] as number)));
  let length = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const other of others) takeAway(vector, other);
    const next = multiply(matrix, vector, size);
    length = Math.hypot(...next);
    if (length < 1e-12) return new Float64Array(size);
    vector = next.map(value => value / length);
  }
  const farthest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) + 1e-9 ? value : most), 0);
  const scale = Math.sqrt(length) * (farthest < 0 ? -1 : 1);
  return vector.map(value => value * scale);
}

function takeAway(vector: Float64Array, other: Float64Array): void {
  let [along, whole] = [0, 0];
  vector.forEach((value, at) => {
    along += value * (other[at] as number);
    whole += (other[at] as number) ** 2;
  });
  if (whole === 0) return;
  vector.forEach((value, at) => {
    vector[at] = value - (along / whole) * (other[at] as number);
  });
}

function multiply(matrix: Float64Array, vector: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let sum = 0;
    for (let column = 0; column < size; column += 1)
      sum += (matrix[row * size + column] as number) * (vector[column] as number);
    product[row] = sum;
  }
  return product;
}
