import type { Design } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';

const names = [{ en: 'Water', ar: 'المياه' }, { en: 'Jobs', ar: 'فرص العمل' }, { en: 'Solar energy' }];

/** A sheet of these settings, with as many of three options; the third one is named in English alone. */
export const sheetOf = (design: Design, count = 3): Sheet => ({
  question: { en: 'What first?', ar: 'بماذا نبدأ؟' },
  hint: {},
  options: names.slice(0, count).map((own, at) => ({ option: `o${at + 1}`, names: own })),
  labels: {
    low: { en: 'Not at all' },
    high: { en: 'Completely' },
    left: { en: 'Little effort' },
    right: { en: 'Much effort' },
    bottom: { en: 'Little effect' },
    top: { en: 'Great effect' },
  },
  design,
  names: 'shown',
  results: 'live',
  weight: 'person',
  split: null,
  seconds: null,
});
