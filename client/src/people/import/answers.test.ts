import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import type { FormView } from '@multaqa/shared/people/form/form.rules';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { describe, expect, test } from 'vitest';
import { rosterCsv } from '../roster/export-roster.ts';
import { checkRows, isGood, rowOf } from './import-rows.ts';
import { parseTable } from './parse-table.ts';
import { additionsOf, answersOf, updatesOf } from './portions.ts';
import { recogniseNeeds, recogniseTownSize } from './recognise-answers.ts';

const asked: FormView = {
  status: 'open',
  needs: [
    { id: 'n1', names: { en: 'Finance', ar: 'تمويل', fr: 'Financement' } },
    { id: 'n2', names: { en: 'Water; and sewers' } },
    { id: 'n3', names: { de: 'Flächen' } },
  ],
  fields: [
    {
      id: 'f1',
      kind: 'choice',
      names: { en: 'Who decides?', de: 'Wer entscheidet?' },
      choices: [
        { id: 'a1', names: { en: 'The council', ar: 'المجلس' } },
        { id: 'a2', names: { en: 'The mayor' } },
      ],
      dropped: [],
    },
    { id: 'f2', kind: 'number', names: { en: 'Staff' }, choices: [], dropped: [] },
    { id: 'f3', kind: 'text', names: { fr: 'Devise' }, choices: [], dropped: [] },
  ],
  answers: {},
};
const id = (at: number) => `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`;
const rowsFrom = (csv: string, form = asked) => {
  const table = parseTable(csv, form.fields);
  return table.ok ? table.lines.map((line, at) => rowOf(line, id(at), ['en'], form)) : [];
};
const checked = (csv: string, people = {}, updates = false, form = asked) =>
  checkRows(rowsFrom(csv, form), { people, asked: form, updates });

const person = (one: string, name: string, more: Partial<PersonCard> = {}): PersonCard => ({
  person: one,
  name,
  email: `${name.toLowerCase()}@example.org`,
  municipality: 'Sfax',
  country: 'TN',
  languages: ['ar'],
  role: 'participant',
  needs: ['A cold store'],
  vision: 'Fresh guava',
  status: 'active',
  ...more,
});

describe('the size of a town', () => {
  test.each([
    ['under-10k', '9 999', 'under 10,000', '< 10000', 'moins de 10 000', 'unter 10.000', 'أقل من 10 آلاف', '8k'],
    ['under-50k', '10000', '34.000', '10,000 to 50,000', '10 000 à 50 000', 'من 10 آلاف إلى 50 ألفًا', '35 thousand'],
    ['under-200k', '50,000–200,000', '١٢٠٬٠٠٠', '120 000 habitants', '120 Tsd', 'under-200k'],
    ['under-1m', '280000', '200,000 to a million', '200.000 bis eine Million', 'من 200 ألف إلى مليون', '0.5 m'],
    ['over-1m', '1.2 million', '1,2 Mio', '4 millions', 'more than a million', 'plus d’un million', 'أكثر من مليون'],
  ])('%s is known in digits and in words', (size, ...cells) => {
    for (const cell of cells) expect({ cell, size: recogniseTownSize(cell) }).toEqual({ cell, size });
  });

  test.each(['large', 'a few', '10 to', '-5', '1 to 2 to 3'])('%s is none', cell =>
    expect(recogniseTownSize(cell)).toBeNull(),
  );
});

describe('needs in a cell', () => {
  test('are found in the list by any of their names, the rest stays in the person’s own words', () => {
    expect(recogniseNeeds('financement; A cold store; تمويل; flachen', asked.needs)).toEqual({
      chosen: ['n1', 'n3'],
      own: 'A cold store',
    });
    expect(recogniseNeeds('Water; and sewers', asked.needs)).toEqual({ chosen: ['n2'], own: '' });
    expect(recogniseNeeds('Finance\nroads; and bridges', asked.needs)).toEqual({
      chosen: ['n1'],
      own: 'roads; and bridges',
    });
  });
});

describe('a list with answers', () => {
  const head = 'name,town,country,region,inhabitants,needs,who decides,Staff,devise';

  test('is read, an organiser’s own questions by their names in any language', () => {
    const csv = `${head.replace('who decides', 'Wer entscheidet')}\nAda,Sfax,TN,Maghreb,280 000,Finance,المجلس,1 200,Unie`;
    const rows = checked(csv);
    expect(rows.map(isGood)).toEqual([true]);
    expect(answersOf(rows, asked)).toEqual([
      {
        person: id(0),
        region: 'Maghreb',
        townSize: 'under-1m',
        needs: ['n1'],
        fields: [
          { field: 'f1', value: 'a1' },
          { field: 'f2', value: 1_200 },
          { field: 'f3', value: 'Unie' },
        ],
      },
    ]);
  });

  test('marks what it does not understand and what is too long, cell by cell, and keeps the words', () => {
    const csv = [head, 'Ada,Sfax,TN,x,large,,The king,many,', `Ben,Irbid,JO,${'x'.repeat(81)},,,,,${'y'.repeat(301)}`];
    const [one, two] = checked(csv.join('\n'));
    expect(one?.wrong).toEqual(expect.arrayContaining(['townSize', 'f1', 'f2']));
    expect(one?.unread).toEqual({ townSize: 'large', f1: 'The king' });
    expect(one?.answers.fields.f2).toBe('many');
    expect(two?.wrong).toEqual(['region', 'f3']);
    expect(two?.answers.region).toHaveLength(81);
  });

  test('without answers sends none', () => {
    expect(answersOf(checked(`${head}\nAda,Sfax,TN,,,,,,`), asked)).toEqual([]);
  });

  test('is what an export of the same people holds', () => {
    const answers = {
      [ada]: {
        region: 'Maghreb',
        townSize: 'under-1m',
        needs: ['n1', 'n3'],
        fields: { f1: 'a2', f2: 7 },
        answeredAt: 1,
      },
    } as const;
    const form = { ...asked, answers };
    const [row] = checked(rosterCsv({ [ada]: person(ada, 'Ada') }, form, true), {}, false, form);
    expect(row?.answers).toEqual({
      region: 'Maghreb',
      townSize: 'under-1m',
      chosen: ['n1', 'n3'],
      fields: { f1: 'a2', f2: '7', f3: '' },
    });
    expect(row?.draft.needs).toBe('A cold store');
    expect(row && isGood(row)).toBe(true);
  });
});

describe('a list of people who are there already', () => {
  const people = { [ben]: person(ben, 'Ben'), [cleo]: person(cleo, 'Cleo', { email: '', municipality: 'Bonn' }) };
  const csv = [
    'name,email,town,country,region,needs',
    'Benjamin,BEN@example.org,,Atlantis,Maghreb,Finance; roads',
    'cleo,,bonn,DE,Rhineland,',
    'Cleo,,Bonn,DE,Eifel,',
    'Ada,ada@example.org,Sfax,TN,Maghreb,',
  ].join('\n');

  test('offers to update their answers instead of refusing them; a second row of somebody is looked at', () => {
    expect(checked(csv, people).map(row => [isGood(row), row.duplicate, row.twin, row.updates])).toEqual([
      [false, 'roster', null, null],
      [true, null, 'roster', null],
      [true, null, 'roster', null],
      [true, null, null, null],
    ]);
    const rows = checked(csv, people, true);
    expect(rows.map(row => [isGood(row), row.twin, row.updates])).toEqual([
      [true, null, ben],
      [true, null, cleo],
      [true, 'roster', null],
      [true, null, null],
    ]);
    expect(additionsOf(rows).map(({ name }) => name)).toEqual(['Cleo', 'Ada']);
  });

  test('changes what the list says and nothing else, and knows what was there before', () => {
    const before = { region: '', townSize: 'over-1m', needs: ['n2'], fields: { f2: 7 }, answeredAt: 1 } as const;
    const [bens, cleos] = updatesOf(checked(csv, people, true), people, { ...asked, answers: { [ben]: before } });
    expect(bens?.answer).toMatchObject({ person: ben, region: 'Maghreb', townSize: 'over-1m', needs: ['n1'] });
    expect(bens?.card).toMatchObject({ name: 'Ben', municipality: 'Sfax', needs: ['roads'], vision: 'Fresh guava' });
    expect(bens?.before.answer).toMatchObject({ region: '', needs: ['n2'] });
    expect(bens?.before.card).toMatchObject({ needs: ['A cold store'] });
    expect(cleos).toMatchObject({ answer: { region: 'Rhineland' }, card: null, before: { card: null } });
  });
});
