import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesIn, normalised } from './words.ts';

/** A person would say that these are the same entry. */
const same = [
  ['المياه', 'مياه'],
  ['الْمِيَاهُ', 'المياه'],
  ['الميـــاه', 'المياه'],
  ['والمياه', 'المياه'],
  ['بالتعاون', 'التعاون'],
  ['للشباب', 'الشباب'],
  ['كالطاقة', 'الطاقة'],
  ['الطاقة الشمسية', 'طاقة شمسيه'],
  ['إدارة النفايات', 'ادارة نفايات'],
  ['مدرسة', 'مدرسه'],
  ['مستشفى', 'مستشفي'],
  ['الأمل', 'الامل'],
  ['آمال', 'امال'],
  ['ألوان', 'الوان'],
  ['الألوان', 'ألوان'],
  ['ألمانيا', 'المانيا'],
  ['آليات', 'اليات'],
  ['الآليات', 'آليات'],
  ['الالتزام', 'التزام'],
  ['إلكتروني', 'الكتروني'],
  ['الري', 'ري'],
  ['خطة ٢٠٣٠', 'الخطة 2030'],
  ['ﻣﻴﺎﻩ', 'مياه'],
  ['الله', 'اللّه'],
  ['Water', 'WATER'],
  ['the water', 'Water'],
  ['L’eau', 'eau'],
  ["l'eau potable", 'eau potable'],
  ['Les jeunes', 'jeunes'],
  ['LES JEUNES', 'jeunes'],
  ['Das Wasser', 'wasser'],
  ['STRASSE', 'Straße'],
  ['  jobs!! ', 'Jobs'],
  ['“Jobs”', 'jobs'],
  ['Wasser  und Boden', 'wasser und boden'],
  ['ﬁnance', 'finance'],
] as const;

/** These are different words, however alike they look. */
const different = [
  ['والد', 'د'],
  ['والدين', 'دين'],
  ['والدة', 'دة'],
  ['بالغين', 'غين'],
  ['بالون', 'ون'],
  ['الله', 'له'],
  ['لله', 'ه'],
  ['ألوان', 'وان'],
  ['ألعاب', 'عاب'],
  ['ألمانيا', 'مانيا'],
  ['آلام', 'ام'],
  ['التزام', 'تزام'],
  ['ألم', 'م'],
  ['ألف', 'ف'],
  ['الف', 'ف'],
  ['الم', 'م'],
  ['طاقة', 'الطاقة الشمسية'],
  ['مال', 'أمل'],
  ['marche', 'marché'],
  ['schon', 'schön'],
  ['UN agencies', 'agencies'],
  ['die', ''],
  ['C++', 'C'],
  ['water', 'water jobs'],
] as const;

describe('entries of a word cloud', () => {
  test.each(same)('%s meets %s', (one, other) => expect(normalised(one)).toBe(normalised(other)));
  test.each(different)('%s does not meet %s', (one, other) => expect(normalised(one)).not.toBe(normalised(other)));

  test('a comma of any script or a new line ends an entry, a space does not', () => {
    expect(entriesIn('clean water, jobs ; roads')).toEqual(['clean water', 'jobs', 'roads']);
    expect(entriesIn('مياه نظيفة، طرق؛ شباب\nتدريب')).toEqual(['مياه نظيفة', 'طرق', 'شباب', 'تدريب']);
    expect(entriesIn(' ,, \n')).toEqual([]);
  });

  test('whatever is written has a form: it is never empty, and tatweel, vowel marks and quotation marks change nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40, size: 'max' }), text => {
        expect(normalised(text)).not.toBe('');
      }),
    );
    const letters = fc.string({
      unit: fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءؤئ'),
      minLength: 1,
      maxLength: 12,
      size: 'max',
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 3, size: 'max' }), words => {
        const phrase = words.join(' ');
        expect(normalised(phrase.replace(/(?<=\S)(?=\S)/g, 'ـ'))).toBe(normalised(phrase));
        expect(normalised(phrase.replace(/(?<=\S)/g, '\u064e'))).toBe(normalised(phrase));
      }),
    );
    const latin = fc
      .string({ unit: fc.constantFrom(..."abéöß '-"), minLength: 1, maxLength: 12, size: 'max' })
      .filter(text => /\p{L}/u.test(text));
    fc.assert(
      fc.property(latin, text => {
        expect(normalised(`« ${text} »`)).toBe(normalised(text));
      }),
    );
  });
});
