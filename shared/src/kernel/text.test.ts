import { describe, expect, test } from 'vitest';
import { line, paragraph } from './text.ts';

const name = line(10, 1);

describe('text that people write', () => {
  test('loses what could disguise it and keeps the marks that Arabic needs', () => {
    expect(name.parse('Ada\u202egnp.')).toBe('Adagnp.');
    expect(name.parse('أحمد\u200f')).toBe('أحمد\u200f');
    expect(name.parse(' Ada \u0000 B ')).toBe('Ada B');
    expect(paragraph(20).parse('one\r\ntwo\u0007')).toBe('one\ntwo');
  });

  test('is counted as people count: at the limit it passes, one more is refused', () => {
    expect(name.safeParse('👩‍👩‍👧'.repeat(10)).success).toBe(true);
    expect(name.safeParse('👩‍👩‍👧'.repeat(11)).success).toBe(false);
    expect(name.safeParse('é'.repeat(10)).success).toBe(true);
    expect(name.safeParse('').success).toBe(false);
    expect(name.safeParse('\u202e').success).toBe(false);
  });
});
