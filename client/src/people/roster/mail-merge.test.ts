import { ada } from '@multaqa/shared/kernel/messages.samples';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import fc from 'fast-check';
import { parse } from 'papaparse';
import { expect, test } from 'vitest';
import { parseTable } from '../import/parse-table.ts';
import { mailMergeCsv } from './mail-merge.ts';

const card = (name: string, email = 'ada@example.org') =>
  ({ person: ada, name, email, languages: ['ar', 'en'], status: 'active' }) as unknown as PersonCard;
const rowsOf = (csv: string) => parse<string[]>(csv).data;

test('a mail merge is told name, e-mail, language and link', () => {
  const csv = mailMergeCsv([card('Ada, of Bonn')], { [ada]: 'https://example.org/j/#abc' });
  expect(rowsOf(csv)).toEqual([
    ['name', 'email', 'language', 'link'],
    ['Ada, of Bonn', 'ada@example.org', 'ar', 'https://example.org/j/#abc'],
  ]);
});

test('a mail merge names the cluster of each once clusters are published', () => {
  const csv = mailMergeCsv([card('Ada')], {}, () => 'Coast and ports');
  expect(rowsOf(csv).map(row => row.at(-1))).toEqual(['cluster', 'Coast and ports']);
});

test.each(['=1+1', '+1', '-1', '@SUM(1)', ' =1', '"=1', '＝1', '＋1', '＠A1', '\t=1', '\0=1'])(
  'what a spreadsheet would take for a formula is disarmed: %j',
  name => {
    expect(rowsOf(mailMergeCsv([card(name)], {}))[1]?.[0]).toBe(`'${name}`);
  },
);

test('no cell begins a formula, whatever people are called, and an import reads every name as it was', () => {
  const letters = fc.string({ unit: fc.constantFrom(...`=+-@＝＋－＠'"\t\0 ,;ab\u0627`), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(letters, name => {
      const csv = mailMergeCsv([card(name)], {});
      expect(rowsOf(csv)[1]?.[0]).not.toMatch(/^[\s\0"]*[=+\-@＝＋－＠]/);
      const table = parseTable(csv);
      const read = table.ok ? table.lines[0]?.cells.name : null;
      if (name.trim() === name && name !== '') expect(read).toBe(name);
    }),
    { numRuns: 500 },
  );
});
