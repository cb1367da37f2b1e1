import { describe, expect, test } from 'vitest';
import { type Listed, listed } from './listed.ts';

const compare = new Intl.Collator('en').compare;
const somebody = (name: string, town: string, since: number, role = 'Participant'): Listed => ({
  person: name,
  name,
  town,
  role,
  cluster: since > 3 ? 'Water and waste' : '',
  seat: { room: 'a/plenary', since, lostAt: null },
});
const people = [
  somebody('Dina', 'Nablus', 1),
  somebody('Ada', 'Bonn', 2, 'Organiser'),
  somebody('Cleo', 'Gabès', 3),
  somebody('Ben', '', 4),
  somebody('أمل', 'Bonn', 5),
];
const names = (query: string, order: 'arrival' | 'name' | 'town') =>
  listed(people, query, order, compare).map(({ name }) => name);

describe('the people of a session', () => {
  test('are listed as they came, by name, or by town with those without a town last', () => {
    expect(names('', 'arrival')).toEqual(['Dina', 'Ada', 'Cleo', 'Ben', 'أمل']);
    expect(names('', 'name').slice(0, 4)).toEqual(['Ada', 'Ben', 'Cleo', 'Dina']);
    expect(names('', 'town')).toEqual(['Ada', 'أمل', 'Cleo', 'Dina', 'Ben']);
  });

  test('are found by name, town and role, without accents, hamzas and case', () => {
    expect(names('gabes', 'arrival')).toEqual(['Cleo']);
    expect(names('bonn org', 'arrival')).toEqual(['Ada']);
    expect(names('امل', 'arrival')).toEqual(['أمل']);
    expect(names('nobody', 'arrival')).toEqual([]);
  });

  test('are found by the name of their cluster', () => {
    expect(names('waste', 'arrival')).toEqual(['Ben', 'أمل']);
  });
});
