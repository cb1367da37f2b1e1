import type { PersonCard } from '@multaqa/shared/people/people.view';
import { describe, expect, test } from 'vitest';
import { rowsOf, type Sorting } from './rows.ts';

const card = (person: string, more: Partial<PersonCard>): PersonCard => ({
  person,
  name: person,
  municipality: 'Sfax',
  country: 'TN',
  languages: ['en'],
  role: 'participant',
  needs: [],
  vision: '',
  status: 'active',
  ...more,
});

const people = {
  ada: card('ada', { name: 'Ada', municipality: 'Gabès' }),
  ben: card('ben', { name: 'Ben', municipality: 'إربد', country: 'JO', role: 'facilitator' }),
  cleo: card('cleo', { name: 'Cleo', municipality: 'Bonn', country: 'DE' }),
  dina: card('dina', { name: 'Dina', status: 'removed' }),
};

const words = {
  countryName: (code: string) => ({ TN: 'Tunisia', JO: 'Jordan', DE: 'Germany' })[code] ?? code,
  roleName: (role: string) => role,
  compare: new Intl.Collator('en').compare,
  answered: ({ person }: PersonCard) => ({ ada: 0.5, ben: 0 })[person] ?? -1,
  clusterName: (person: string) => ({ ada: 'Water', ben: 'Jobs' })[person] ?? '',
};
const byName: Sorting = { by: 'name', isReversed: false };
const found = (query: string, sorting = byName) => rowsOf(people, query, sorting, words).map(({ person }) => person);

describe('the roster', () => {
  test('removed people are not in it', () => expect(found('')).toEqual(['ada', 'ben', 'cleo']));
  test('a search needs no accents', () => expect(found('gabes')).toEqual(['ada']));
  test('a search finds Arabic towns however the alef is written', () => expect(found('اربد')).toEqual(['ben']));
  test('a search finds clusters by their names', () => expect(found('wat')).toEqual(['ada']));
  test('every word of a search counts', () => {
    expect(found('jordan facil')).toEqual(['ben']);
    expect(found('jordan cleo')).toEqual([]);
  });
  test('sorts by what was chosen, both ways', () => {
    expect(found('', { by: 'country', isReversed: false })).toEqual(['cleo', 'ben', 'ada']);
    expect(found('', { by: 'country', isReversed: true })).toEqual(['ada', 'ben', 'cleo']);
    expect(found('', { by: 'answers', isReversed: false })).toEqual(['cleo', 'ben', 'ada']);
  });
});
