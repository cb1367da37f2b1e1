/** Adding and multiplying among the elements 0 to `order` - 1. */
type Ring = { order: number; add(one: number, two: number): number; multiply(one: number, two: number): number };

/** Irreducible polynomials, lowest coefficient first and the leading 1 left out, for the fields that are no prime field. */
const polynomials: Readonly<Record<number, readonly number[]>> = {
  4: [1, 1],
  8: [1, 1, 0],
  9: [1, 0],
  16: [1, 1, 0, 0],
  25: [2, 0],
  27: [1, 2, 0],
  32: [1, 0, 1, 0, 0],
  49: [1, 0],
  64: [1, 1, 0, 0, 0, 0],
};

/**
 * The room of each place in rounds in which nobody meets anybody twice: places stand in rows of `rooms`, and place j of row i is in
 * room j + r x_i of round r (transversal design of a finite field; of a product of fields for other numbers of rooms, MacNeish 1922). Null
 * where there is no such design: it has as many rounds as rooms, and rooms of no more people than the least prime power of their number.
 */
export function designOf(people: number, rooms: number, rounds: number): Int32Array[] | null {
  const powers = primePowers(rooms);
  const rows = Math.ceil(people / rooms);
  if (rooms < 2 || rounds > rooms || powers.some(power => rows > power)) return null;
  const fields = powers.flatMap(power => fieldOf(power) ?? []);
  if (fields.length < powers.length) return null;
  const ring = fields.reduce(productOf);
  // The same element of each field, so that the difference of two rows can be divided by in all of them.
  const factors = Array.from({ length: rows }, (_, row) =>
    fields.slice(1).reduce((sum, { order }) => sum * order + row, row),
  );
  return Array.from({ length: rounds }, (_, round) =>
    Int32Array.from({ length: people }, (_, place) =>
      ring.add(place % rooms, ring.multiply(round, factors[Math.floor(place / rooms)] ?? 0)),
    ),
  );
}

function primePowers(number: number): number[] {
  const powers: number[] = [];
  let rest = number;
  for (let prime = 2; rest > 1; prime += 1) {
    let power = 1;
    while (rest % prime === 0) [rest, power] = [rest / prime, power * prime];
    if (power > 1) powers.push(power);
  }
  return powers;
}

/** The field of so many elements, which are polynomials by their digits to the base of its prime. */
function fieldOf(order: number): Ring | null {
  const prime = leastFactor(order);
  const modulus = order === prime ? [0] : polynomials[order];
  if (!modulus) return null;
  const digits = (number: number) => modulus.map((_, at) => Math.floor(number / prime ** at) % prime);
  const number = (values: readonly number[]) => values.reduceRight((sum, digit) => sum * prime + (digit % prime), 0);
  const add = (one: number, two: number) => {
    const other = digits(two);
    return number(digits(one).map((digit, at) => digit + (other[at] as number)));
  };
  /** A polynomial times x. */
  const shifted = (one: number) => {
    const values = digits(one);
    const lead = values.at(-1) as number;
    return number(modulus.map((coefficient, at) => (values[at - 1] ?? 0) + (prime - coefficient) * lead));
  };
  const times = (one: number, factor: number) => number(digits(one).map(digit => digit * factor));
  const multiply = (one: number, two: number) => {
    if (order === prime) return (one * two) % prime;
    return digits(two).reduceRight((sum, digit) => add(shifted(sum), times(one, digit)), 0);
  };
  return { order, add, multiply };
}

function leastFactor(number: number): number {
  let factor = 2;
  while (number % factor !== 0) factor += 1;
  return factor;
}

const productOf = (one: Ring, two: Ring): Ring => {
  const both = (combine: 'add' | 'multiply') => (a: number, b: number) =>
    one[combine](Math.floor(a / two.order), Math.floor(b / two.order)) * two.order +
    two[combine](a % two.order, b % two.order);
  return { order: one.order * two.order, add: both('add'), multiply: both('multiply') };
};
