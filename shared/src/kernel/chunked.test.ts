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

type Item = { id: string; seq: number; text: string };
const idOf = ({ id }: Item) => id;

describe('a list in chunks', () => {
  const steps = fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('add' as const), count: fc.nat(chunkSize + 3) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), at: fc.nat(), find: fc.boolean() }) },
    ),
    { maxLength: 12 },
  );

  test('holds what a plain list holds after the same additions and changes, and finds it by key and by position', () => {
    fc.assert(
      fc.property(steps, all => {
        const plain: Item[] = [];
        let list: Chunked<Item> = emptyList;
        for (const step of all) {
          if (step.kind === 'add')
            for (let count = 0; count < step.count; count += 1) {
              const item = { id: `id ${plain.length}`, seq: plain.length * 3, text: '' };
              plain.push(item);
              list = append(list, item);
            }
          else if (plain.length > 0) {
            const index = step.at % plain.length;
            // Searching first lets the chunk remember where its keys are, which must outlive the change.
            if (step.find) indexOf(list, plain[index]?.id ?? '', idOf);
            const item = { ...(plain[index] as Item), text: 'changed' };
            plain[index] = item;
            list = replaceAt(list, index, item);
          }
        }
        expect([...itemsOf(list)]).toEqual(plain);
        expect(sizeOf(list)).toBe(plain.length);
        for (const [index, item] of plain.entries()) {
          expect(itemAt(list, index)).toBe(item);
          expect(indexOf(list, item.id, idOf)).toBe(index);
          expect(firstIndex(list, ({ seq }) => seq >= item.seq - 1)).toBe(index);
        }
        expect(indexOf(list, 'nobody', idOf)).toBe(-1);
        expect(firstIndex(list, () => false)).toBe(plain.length);
      }),
      { numRuns: 50 },
    );
  });

  test('shares every chunk that has not changed', () => {
    let list: Chunked<Item> = emptyList;
    for (let seq = 0; seq < 5 * chunkSize; seq += 1) list = append(list, { id: `id ${seq}`, seq, text: '' });
    const changed = replaceAt(append(list, { id: 'new', seq: 9_999, text: '' }), 0, { id: 'id 0', seq: 0, text: 'x' });
    expect(list.full.map((chunk, at) => chunk === changed.full[at])).toEqual([false, true, true, true, true]);
  });
});
