import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  type Chunked,
  chunkSize,
  emptyList,
  firstIndex,
  indexOf,
  itemAt,
  itemsOf,
  replaceAt,
  sizeOf,
} from './chunked.ts';

type Item = { id: string; seq: number };
const idOf = ({ id }: Item) => id;
const item = (id: string, seq = 0): Item => ({ id, seq });
const grown = (size: number, from: Chunked<Item> = emptyList, name = 'id'): Chunked<Item> => {
  let list = from;
  for (let count = 0; count < size; count += 1) list = append(list, item(`${name} ${sizeOf(list)}`, sizeOf(list)));
  return list;
};

/** Sizes around the edges of chunks, where mistakes are. */
const size = fc
  .tuple(fc.nat(3), fc.integer({ min: -1, max: 1 }))
  .map(([full, more]) => Math.max(0, full * chunkSize + more));

describe('a list in chunks', () => {
  test('has no item outside of it, however far', () => {
    fc.assert(
      fc.property(size, fc.nat(4 * chunkSize), (length, beyond) => {
        const list = grown(length);
        for (const at of [length + beyond, -1 - beyond]) expect(itemAt(list, at)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });

  test('stays what it was for those who hold it, whatever grows out of it or is changed in it', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(chunkSize + 2), (length, place, more) => {
        const list = grown(length);
        const before = [...itemsOf(list)];
        const at = length > 0 ? place % length : 0;
        indexOf(list, `id ${at}`, idOf);
        const longer = grown(more, length > 0 ? replaceAt(list, at, item(`id ${at}`, -1)) : list, 'new');
        expect([...itemsOf(list)]).toEqual(before);
        expect([sizeOf(list), sizeOf(longer)]).toEqual([length, length + more]);
        if (more > 0) expect(indexOf(list, `new ${length}`, idOf)).toBe(-1);
        if (length > 0) expect(indexOf(longer, `id ${at}`, idOf)).toBe(at);
        if (length > 0) expect([itemAt(list, at)?.seq, itemAt(longer, at)?.seq]).toEqual([at, -1]);
      }),
      { numRuns: 60 },
    );
  });

  test('does not know the items of another that grew out of the same', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: chunkSize + 1 }), (length, more) => {
        const common = grown(length);
        const [left, right] = [grown(more, common, 'left'), grown(more, common, 'right')];
        for (let at = length; at < length + more; at += 1) {
          expect([indexOf(left, `left ${at}`, idOf), indexOf(left, `right ${at}`, idOf)]).toEqual([at, -1]);
          expect([indexOf(right, `right ${at}`, idOf), indexOf(right, `left ${at}`, idOf)]).toEqual([at, -1]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('finds an item by any key, also one that is the name of a property that every object has', () => {
    const keys = ['__proto__', 'constructor', 'toString', '', 'length', '0', 'hasOwnProperty'];
    for (const before of [0, chunkSize - 3, chunkSize]) {
      const list = keys.reduce((now, key) => append(now, item(key)), grown(before));
      for (const [at, key] of keys.entries()) expect(indexOf(list, key, idOf)).toBe(before + at);
      for (const key of keys) expect(indexOf(grown(2 * chunkSize), key, idOf)).toBe(-1);
    }
  });

  test('finds where a condition begins to hold, as asking one item after the other would', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: -2, max: 4 * chunkSize }), (length, from) => {
        const list = grown(length);
        const found = [...itemsOf(list)].findIndex(({ seq }) => seq >= from);
        expect(firstIndex(list, ({ seq }) => seq >= from)).toBe(found === -1 ? length : found);
      }),
      { numRuns: 100 },
    );
  });

  test('survives JSON: what is read back holds and finds the same', () => {
    fc.assert(
      fc.property(size, length => {
        const list = grown(length);
        const back = JSON.parse(JSON.stringify(list)) as Chunked<Item>;
        expect([...itemsOf(back)]).toEqual([...itemsOf(list)]);
        expect(indexOf(append(back, item('last')), 'last', idOf)).toBe(length);
        if (length > 0) expect(indexOf(back, `id ${length - 1}`, idOf)).toBe(length - 1);
      }),
      { numRuns: 50 },
    );
  });
});
