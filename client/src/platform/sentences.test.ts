import { describe, expect, test } from 'vitest';
import { type Catalogue, sentencesIn } from './sentences.ts';

const english: Catalogue = {
  'join.as': 'You join as {{name}}',
  'people.shown_zero': 'nobody found',
  'people.shown_one': '{{count}} person',
  'people.shown_other': '{{count}} people',
  'chat.left_one': '{{count}} character left',
  'chat.left_other': '{{count}} characters left',
};
const arabic: Catalogue = Object.fromEntries(
  ['zero', 'one', 'two', 'few', 'many', 'other'].map(form => [`people.shown_${form}`, `${form} {{count}}`]),
);

describe('a sentence', () => {
  const text = sentencesIn('en', () => english);

  test('has the form of its number, and one of its own for none where the catalogue has it', () => {
    expect([0, 1, 2].map(count => text('people.shown', { count }))).toEqual(['nobody found', '1 person', '2 people']);
    expect(text('chat.left', { count: 0 })).toBe('0 characters left');
  });

  test('has one of six forms in Arabic', () => {
    const inArabic = sentencesIn('ar', () => arabic);
    const forms = [0, 1, 2, 3, 11, 100].map(count => inArabic('people.shown', { count }).split(' ')[0]);
    expect(forms).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  });

  test('sets apart a value that runs the other way', () => {
    expect(text('join.as', { name: 'ليلى' })).toBe('You join as \u2068ليلى\u2069');
  });

  test('takes a value as it is, whatever it looks like', () => {
    expect(text('join.as', { name: '{{name}} $& {{count}}' })).toBe('You join as {{name}} $& {{count}}');
  });

  test('keeps a gap that nobody fills, and is its key where there is no text', () => {
    expect(text('join.as')).toBe('You join as {{name}}');
    expect(text('join.nothing', { count: 2 })).toBe('join.nothing');
  });
});
