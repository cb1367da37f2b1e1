import { expect, test } from 'vitest';
import { coloursOf, initialsOf } from './person-colours.ts';

test('initials are the first letters of the first and the last word', () => {
  expect(initialsOf('Ada')).toBe('A');
  expect(initialsOf('ben de la Cruz')).toBe('BC');
  expect(initialsOf('  “Cleo”  Ørsted ')).toBe('CØ');
  expect(initialsOf('')).toBe('');
});

test('Arabic initials do not join into a word', () => {
  expect(initialsOf('ليلى بن عمر')).toBe('ل\u00a0ع');
});

test('a person keeps their colours', () => {
  expect(coloursOf('ada')).toBe(coloursOf('ada'));
});
