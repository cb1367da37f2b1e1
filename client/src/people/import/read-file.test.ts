import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from './read-file.ts';
import { bounds } from './read-workbook.ts';
import { streamed, workbookFiles, workbookOf } from './workbook.samples.ts';

const people = [
  ['Name', 'Town', 'Country', 'Needs'],
  ['Ada', 'Bonn', 'DE', 'A & B'],
  [null, null, null, null],
  ['دينا', 'نابلس', 'فلسطين', null],
  ['Ben', 'Irbid', 'Jordan', 2026],
];
const lines = async (bytes: Uint8Array) => {
  const table = await readFile(bytes);
  return table.ok ? table.lines : table.problem;
};
const rowsOf = (sheet: string) => zipSync(workbookFiles(`<sheetData>${sheet}</sheetData>`));
const text = (words: string) => strToU8(words);

describe('a workbook', () => {
  test('is read with its numbers of rows, in every script', async () => {
    expect(await lines(workbookOf(people))).toEqual([
      { number: 2, cells: { name: 'Ada', municipality: 'Bonn', country: 'DE', needs: 'A & B' } },
      { number: 4, cells: { name: 'دينا', municipality: 'نابلس', country: 'فلسطين', needs: '' } },
      { number: 5, cells: { name: 'Ben', municipality: 'Irbid', country: 'Jordan', needs: '2026' } },
    ]);
  });

  test('may have a title above its headings', async () => {
    const titled = [
      ['Participants 2026', null],
      [null, null],
      ['Name', 'Town'],
      ['Ada', 'Bonn'],
    ];
    expect(await lines(workbookOf(titled))).toEqual([{ number: 4, cells: { name: 'Ada', municipality: 'Bonn' } }]);
  });

  test('is read also when the sizes of its parts stand behind them', async () => {
    const strings = ['Name', 'Ada'].map(name => `<si><t>${name}</t></si>`).join('');
    const cells = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>';
    const files = workbookFiles(`<sheetData>${cells}</sheetData>`, strings);
    expect(await lines(streamed(files))).toEqual([{ number: 2, cells: { name: 'Ada' } }]);
  });

  test('that grows beyond the bounds is refused, whatever it says of its size', async () => {
    const bomb = zipSync(workbookFiles(' '.repeat(bounds.unpacked + 1)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await lines(bomb)).toBe('too-many');
    // The size that the directory tells is made small; what is inside is not.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 28; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await lines(lying)).toBe('too-many');
  });

  test('with a cell far out is refused before the gap is filled', async () => {
    for (const at of ['XFD1', `A${bounds.rows + 1}`])
      expect(await lines(rowsOf(`<row><c r="${at}"><v>1</v></c></row>`))).toBe('too-many');
    for (const row of ['1e9', '9999999', '&#49;&#48;&#48;&#48;&#48;&#48;&#48;&#48;&#48;'])
      expect(await lines(rowsOf(`<row x=">" r="${row}"></row>`))).toBe('broken');
    expect(await lines(rowsOf('<row><c r="&#88;FD1"><v>1</v></c></row>'))).toBe('broken');
    expect(await lines(rowsOf('<row r="1048576"><c r="XFD1048576" s="3"/></row>'))).toBe('empty');
  });

  test('that is damaged anywhere is read or refused, and never breaks the page', async () => {
    const whole = workbookOf(people);
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, value, length]) => {
        const hurt = whole.slice(0, length);
        if (at < length) hurt[at] = value;
        const table = await readFile(hurt);
        expect(table.ok || typeof table.problem === 'string').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a wrong file', () => {
  const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map(name => [name, text('x')])));
  const ole = (words: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...text([...words].map(one => `${one}\0`).join(''))]);

  test.each([
    ['pdf', text('%PDF-1.7')],
    ['xls', ole('Workbook')],
    ['protected', ole('EncryptedPackage')],
    ['picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
    ['picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ['word', zipOf('word/document.xml')],
    ['slides', zipOf('ppt/presentation.xml')],
    ['ods', zipOf('mimetype', 'content.xml')],
    ['numbers', zipOf('Index/Document.iwa')],
    ['archive', zipOf('photos/one.jpg')],
    ['unknown', zipOf('xl/workbook.bin')],
    ['web-page', text('\ufeff\n<html><table><tr><td>Name')],
    ['unknown', new Uint8Array([1, 0, 2, 0, 3])],
    ['broken', workbookOf(people).slice(0, 200)],
  ])('is told by what it is: %s', async (kind, bytes) => {
    expect(await lines(bytes)).toBe(kind);
  });

  test('is no text of any encoding', async () => {
    expect(await lines(text('Name,Town\nAda,Bonn'))).toHaveLength(1);
    const wide = [...'\ufeffName,Town\nAda,Bonn'].flatMap(letter => [
      letter.charCodeAt(0) & 255,
      letter.charCodeAt(0) >> 8,
    ]);
    expect(await lines(new Uint8Array(wide))).toHaveLength(1);
    expect(await lines(new Uint8Array())).toBe('empty');
  });
});
