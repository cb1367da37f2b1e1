import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../people/import/read-workbook.ts';
import { workbookOf } from './workbook.ts';

const read = async (fields: string[], rows: string[][], direction: 'ltr' | 'rtl' = 'ltr') => {
  const found = await readWorkbook(workbookOf({ name: 'Rooms', fields, rows, direction }));
  if (!found.ok) throw new Error(found.problem);
  return found.rows;
};

test('a workbook is read back as it was, formulas, quotation marks and Arabic among it', async () => {
  const fields = ['Name', 'المدينة', 'Round <1> & "2"'];
  const rows = [
    ['=1+1', 'صفاقس', "As-Samou'"],
    ['+Ada', '', ' two\nlines '],
  ];
  const found = await read(fields, rows, 'rtl');
  expect(found.map(row => row.map(cell => cell.trim()))).toEqual(
    [fields, ...rows].map(row => row.map(cell => cell.trim())),
  );
});

test('[law] whatever people write can be read, and stands in its own cell', async () => {
  const cell = fc.string({ unit: 'binary', maxLength: 12 }).map(text => `x${text}x`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      async rows => {
        const found = await read(['A', 'B', 'C'], rows);
        expect(found).toHaveLength(rows.length + 1);
        for (const row of found) expect(row).toHaveLength(3);
      },
    ),
    { numRuns: 40 },
  );
});

test('a roster of more columns than letters', async () => {
  const fields = Array.from({ length: 60 }, (_, at) => `c${at}`);
  expect((await read(fields, [fields]))[1]).toEqual(fields);
});

test('a cell is cut where a workbook holds no more', async () => {
  const [, row] = await read(['A'], [['a'.repeat(40_000)]]);
  expect(row?.[0]).toHaveLength(32_767);
});
