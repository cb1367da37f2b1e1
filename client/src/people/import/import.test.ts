import type { FormView } from '@multaqa/shared/people/form/form.rules';
import type { PeopleView, PersonCard } from '@multaqa/shared/people/people.view';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../platform/tables/read-text.ts';
import { rosterCsv } from '../roster/export-roster.ts';
import { type CheckedRow, checkRows as checkAll, type ImportRow, isGood, rowOf } from './import-rows.ts';
import { parseTable, type Table } from './parse-table.ts';
import { additionsOf, portioned } from './portions.ts';
import { recogniseCountry, recogniseLanguages, recogniseRole } from './recognise.ts';

const lines = (table: Table) => (table.ok ? table.lines.map(({ cells }) => cells) : table.problem);
const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const nothingAsked: FormView = { status: 'open', needs: [], fields: [] };
const checkRows = (rows: readonly ImportRow[], people: PeopleView) =>
  checkAll(rows, { people, asked: nothingAsked, updates: false });
const portionsOf = (rows: readonly CheckedRow[]) => portioned(additionsOf(rows));
const rowsFrom = (csv: string) => {
  const table = parseTable(csv);
  return table.ok ? table.lines.map((line, at) => rowOf(line, id(at), ['en'], nothingAsked)) : [];
};
const bytes = (...values: number[]) => new Uint8Array(values);
const ascii = (text: string) => [...text].map(letter => letter.charCodeAt(0));

describe('reading a list of people', () => {
  test('commas, semicolons and tabs are told apart', () => {
    const expected = [{ name: 'Ada', municipality: 'Sfax' }];
    expect(lines(parseTable('Name,Town\nAda,Sfax'))).toEqual(expected);
    expect(lines(parseTable('Name;Town\r\nAda;Sfax'))).toEqual(expected);
    expect(lines(parseTable('Name\tTown\nAda\tSfax'))).toEqual(expected);
  });

  test('headings are understood in four languages, in any order', () => {
    expect(lines(parseTable('البلدية,الاسم الكامل\nصفاقس,آدا'))).toEqual([{ municipality: 'صفاقس', name: 'آدا' }]);
    expect(lines(parseTable('Commune,Nom complet,Pays\nSfax,Ada,Tunisie'))).toEqual([
      { municipality: 'Sfax', name: 'Ada', country: 'Tunisie' },
    ]);
    expect(lines(parseTable('Gemeinde;Name;E-Mail-Adresse\nBonn;Cleo;cleo@example.org'))).toEqual([
      { municipality: 'Bonn', name: 'Cleo', email: 'cleo@example.org' },
    ]);
  });

  test('a table without a heading for names says so', () => {
    expect(lines(parseTable('Ada,Sfax\nBen,Irbid'))).toBe('no-heading');
    expect(lines(parseTable('  '))).toBe('empty');
    expect(lines(parseTable('name,email'))).toBe('empty');
  });

  test('a byte order mark and quoted line breaks do no harm', () => {
    expect(lines(parseTable('\ufeffname,needs\n"Ada","one\ntwo"'))).toEqual([{ name: 'Ada', needs: 'one\ntwo' }]);
  });

  test('old Arabic and western encodings are recognised, and UTF-8 and UTF-16 first', () => {
    expect(textOf(bytes(0xc8, 0xe4, 0xd2, 0xd1, 0xca))).toBe('بنزرت');
    expect(textOf(bytes(...ascii('Gab'), 0xe8, ...ascii('s')))).toBe('Gabès');
    expect(textOf(new TextEncoder().encode('Gabès بنزرت'))).toBe('Gabès بنزرت');
    expect(textOf(bytes(0xff, 0xfe, 0x41, 0, 0x64, 0, 0x61, 0))).toBe('Ada');
  });

  test('countries are found by code and by name in every language of the interface', () => {
    for (const name of ['TN', 'tn', 'Tunisia', 'Tunisie', 'Tunesien', 'تونس'])
      expect(recogniseCountry(name)).toBe('TN');
    for (const name of ['Palestine', 'فلسطين']) expect(recogniseCountry(name)).toBe('PS');
    expect(recogniseCountry('Atlantis')).toBeNull();
  });

  test.each([
    [
      'PS',
      'Palestinian Territories',
      'State of Palestine',
      'West Bank',
      'Palästina',
      'Cisjordanie',
      'دولة فلسطين',
      'الضفّة الغربية',
      'PSE',
    ],
    ['JO', 'The Hashemite Kingdom of Jordan', 'Jordanien', 'La Jordanie', 'المملكة الأردنية الهاشمية', 'Jordan (JO)'],
    ['TN', 'Republic of Tunisia', 'République tunisienne', 'الجمهورية التونسية', 'TUN', 'Tunisie (تونس)'],
    ['US', 'USA', 'U.S.A.', 'United States of America', 'États-Unis', 'Vereinigte Staaten', 'أمريكا'],
    ['GB', 'UK', 'Great Britain', 'England', 'Grande-Bretagne', 'Großbritannien', 'بريطانيا'],
    ['NL', 'Holland', 'The Netherlands', 'Pays-Bas', 'Niederlande', 'هولندا'],
    ['CZ', 'Czech Republic', 'Czechia', 'Tschechien', 'République tchèque'],
    ['TR', 'Turkey', 'Türkiye', 'Turquie', 'Türkei', 'تركيا'],
    ['CI', 'Ivory Coast', "Cote d'Ivoire", 'Elfenbeinküste', 'ساحل العاج'],
    ['BA', 'Bosnia', 'Bosnia and Herzegovina', 'Bosnien und Herzegowina', 'البوسنة والهرسك'],
    ['AE', 'UAE', 'Émirats arabes unis', 'VAE', 'الإمارات'],
    ['MA', 'Kingdom of Morocco', 'Maroc', 'Marokko', 'المملكة المغربية', 'المغرب'],
    ['EG', 'Egypt', 'Égypte', 'Ägypten', 'جمهورية مصر العربية', 'مصر'],
    ['LY', 'Libye', 'Libyen', 'ليبيا'],
  ])('%s is known by its common names', (code, ...names) => {
    for (const name of names) expect({ name, code: recogniseCountry(name) }).toEqual({ name, code });
  });

  test.each([
    ['en', 'English (fluent)', 'EN', 'en-GB', 'Englisch C1', 'اللغة الإنكليزية', 'إنجليزية'],
    ['ar', 'Arabic - native', 'Arabe (langue maternelle)', 'عربية', 'اللغة العربية', 'ar-TN'],
    ['fr', 'Français B2', 'FRA', 'Französisch', 'الفرنسية'],
    ['de', 'German', 'Deutsch', 'Allemand', 'ألماني', 'DEU'],
  ])('%s is known by its common names, however well it is spoken', (code, ...names) => {
    for (const name of names) expect({ name, found: recogniseLanguages(name) }).toEqual({ name, found: [code] });
  });

  test('languages may be joined by words', () => {
    for (const cell of [
      'English and Arabic',
      'anglais et arabe',
      'Englisch und Arabisch',
      'الإنجليزية والعربية',
      'EN+AR',
    ])
      expect({ cell, found: recogniseLanguages(cell) }).toEqual({ cell, found: ['en', 'ar'] });
  });

  test('languages and roles are found by their names', () => {
    expect(recogniseLanguages('Arabe; français')).toEqual(['ar', 'fr']);
    expect(recogniseLanguages('العربية، الإنجليزية')).toEqual(['ar', 'en']);
    expect(recogniseLanguages('Klingon')).toBeNull();
    expect(recogniseRole('Facilitatrice')).toBe('facilitator');
    expect(recogniseRole('ميسّرة')).toBe('facilitator');
    expect(recogniseRole('king')).toBeNull();
  });
});

describe('checking a list of people', () => {
  test('rows with gaps and unreadable cells are marked, good ones are not', () => {
    const rows = checkRows(
      rowsFrom('name,town,country,role,email\nAda,Sfax,TN,,\n,Irbid,JO,,\nCleo,Bonn,Atlantis,king,cleo@\n'),
      {},
    );
    expect(rows.map(({ wrong }) => wrong)).toEqual([[], ['name'], ['email', 'country', 'role']]);
    expect(rows.map(isGood)).toEqual([true, false, false]);
    expect(rows[2]?.unread).toEqual({ country: 'Atlantis', role: 'king' });
  });

  test('an address counts once, in the file and in the dialogue, whatever its case', () => {
    const dina = { person: id(99), email: 'dina@example.org', status: 'active' } as PersonCard;
    const csv =
      'name,town,country,email\nAda,Sfax,TN,a@example.org\nBen,Irbid,JO,A@example.org\nDina,Sfax,TN,Dina@example.org';
    const rows = rowsFrom(csv);
    expect(checkRows(rows, { [id(99)]: dina }).map(({ duplicate }) => duplicate)).toEqual([null, 'file', 'roster']);
    const skipped = rows.map((row, at) => (at === 0 ? { ...row, isSkipped: true } : row));
    expect(checkRows(skipped, {}).map(({ duplicate }) => duplicate)).toEqual([null, null, null]);
  });

  test('the same folded name in the same town is marked, in the file and in the dialogue, and may still be imported', () => {
    const dina = { person: id(99), name: 'Dina Ḥaddad', municipality: 'Nablus', status: 'active' } as PersonCard;
    const csv = [
      'name,town,country',
      'Ada Long,Sfax,TN',
      'LONG  Ada,sfax,TN',
      'Ada Long,Tunis,TN',
      'dina haddad,NABLUS,PS',
      'أحمد علي,إربد,JO',
      'احمد على,اربد,JO',
    ].join('\n');
    const rows = rowsFrom(csv);
    const twins = (checked: readonly CheckedRow[]) => checked.map(({ twin }) => twin);
    const checked = checkRows(rows, { [id(99)]: dina });
    expect(twins(checked)).toEqual([null, 2, null, 'roster', null, 6]);
    expect(checked.every(isGood)).toBe(true);
    const without = rows.map((row, at) => (at === 0 ? { ...row, isSkipped: true } : row));
    expect(twins(checkRows(without, {}))).toEqual([null, null, null, null, null, 6]);
    expect(twins(checkRows(rows, { [id(99)]: { ...dina, status: 'removed' } }))[3]).toBeNull();
  });

  test('portions hold fifty people at most and no more than a command can carry', () => {
    const csv = (count: number, vision: string) =>
      `name,town,country,vision\n${Array.from({ length: count }, (_, at) => `Person ${at},Sfax,TN,${vision}`).join('\n')}`;
    expect(portionsOf(checkRows(rowsFrom(csv(51, '')), {})).map(portion => portion.length)).toEqual([50, 1]);
    const large = portionsOf(checkRows(rowsFrom(csv(80, 'ب'.repeat(600))), {}));
    for (const portion of large)
      expect(new TextEncoder().encode(JSON.stringify(portion)).length).toBeLessThan(64 * 1024);
    expect(large.flat()).toHaveLength(80);
  });
});

test('an export disarms formulas and is read back as it was', () => {
  const ada = {
    person: id(1),
    name: '=HYPERLINK("x")',
    email: 'ada@example.org',
    municipality: 'Gabès',
    country: 'TN',
    languages: ['ar', 'fr'],
    role: 'participant',
    needs: ['+one', 'two; three'],
    vision: 'line one\nline two',
    status: 'active',
  } as PersonCard;
  const csv = rosterCsv({ [ada.person]: ada }, nothingAsked, true);
  expect(csv).toContain(`'=HYPERLINK`);
  const [row] = rowsFrom(csv);
  expect(row?.draft).toMatchObject({
    name: '=HYPERLINK("x")',
    email: 'ada@example.org',
    municipality: 'Gabès',
    country: 'TN',
    languages: ['ar', 'fr'],
    role: 'participant',
    needs: '+one\ntwo; three',
    vision: 'line one\nline two',
  });
});
