import { kindNames, kindOf } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { flawsOf, Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { expect, test } from 'vitest';
import { cleaned, newSheet, nextOption, ofKind } from './new-sheet.ts';
import { sheetOf, templates } from './templates.ts';

const question = { en: 'Where?' };
const named = (names: object) => ({ en: 'One', ...names });

test.each(kindNames)(
  'a new poll of the kind %s has as many options as it needs, and no settings that are wrong',
  kind => {
    const sheet = newSheet(kind);
    const { least, most } = kindOf({ kind }).options;
    expect(sheet.options.length).toBeGreaterThanOrEqual(least);
    expect(sheet.options.length).toBeLessThanOrEqual(Math.max(most, 0));
    const filled = { ...sheet, question, options: sheet.options.map(one => ({ ...one, names: named({}) })) };
    expect(flawsOf(filled).filter(flaw => flaw !== 'no-right-answer' && flaw !== 'unlabelled')).toEqual([]);
  },
);

test('another kind keeps the question and the options, where it has some', () => {
  const sheet = { ...newSheet('single'), question, options: [{ option: 'o4', names: named({}) }] };
  for (const kind of kindNames) {
    const other = ofKind(sheet, kind);
    expect(other.question).toEqual(question);
    expect(other.design.kind).toBe(kind);
    if (kindOf({ kind }).options.most > 0) expect(other.options).toEqual(sheet.options);
    else expect(other.options).toEqual([]);
  }
});

test('what is saved has no blanks, and nothing that its secrecy forbids', () => {
  const sheet = {
    ...newSheet('quiz'),
    question: { en: ' Where? ', ar: '  ' },
    options: [
      { option: 'o1', names: named({ fr: ' ' }) },
      { option: 'o2', names: { en: '   ' } },
    ],
    design: { kind: 'quiz' as const, right: ['o1', 'o2'] },
    names: 'never' as const,
    weight: 'municipality' as const,
    split: 'cluster' as const,
  };
  const ready = cleaned(sheet);
  expect(Object.keys(ready.question)).toEqual(['en']);
  expect(ready.options).toEqual([{ option: 'o1', names: { en: 'One' } }]);
  expect(ready).toMatchObject({ design: { right: ['o1'] }, weight: 'person', split: 'cluster' });
  expect(cleaned({ ...sheet, names: 'shown' }).split).toBeNull();
});

test('an option that comes takes the first id that is free', () => {
  expect(nextOption([])).toBe('o1');
  expect(nextOption(['o1', 'o3'])).toBe('o2');
});

test.each(templates.map(one => [one.id, one] as const))('the template %s can be started as it is', (_, template) => {
  const sheet = sheetOf(template, [
    ['en', key => `${key} in English`.slice(0, 60)],
    ['ar', key => `${key} بالعربية`.slice(0, 60)],
  ]);
  expect(Sheet.safeParse(sheet).success).toBe(true);
  expect(flawsOf(sheet)).toEqual([]);
});
