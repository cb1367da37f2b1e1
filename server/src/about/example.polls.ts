import { randomUUID } from 'node:crypto';
import type { Design } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';

type Words = readonly [en: string, ar: string];
const inBoth = ([en, ar]: Words) => ({ en, ar });

const sheet = (question: Words, options: readonly Words[], design: Design, more: Partial<Sheet> = {}): Sheet => ({
  question: inBoth(question),
  hint: {},
  options: options.map((words, at) => ({ option: `o${at + 1}`, names: inBoth(words) })),
  labels: {},
  design,
  names: 'shown',
  results: 'live',
  weight: 'person',
  split: null,
  seconds: null,
  ...more,
});

const jobs: readonly Words[] = [
  ['Training for young people', 'تدريب الشباب'],
  ['Markets for local products', 'أسواق للمنتجات المحلية'],
  ['Money for small businesses', 'تمويل المشاريع الصغيرة'],
  ['Places to work together', 'أماكن للعمل المشترك'],
];

/** What the first session of the example asks: one poll of most kinds, from named to anonymous, in two languages. */
const sheets: readonly Sheet[] = [
  sheet(['What creates jobs in your town today?', 'ما الذي يخلق فرص العمل في بلدتك اليوم؟'], jobs, { kind: 'single' }),
  sheet(
    ['How confident are you?', 'ما مدى ثقتك؟'],
    [
      ['I know what works elsewhere', 'أعرف ما ينجح في أماكن أخرى'],
      ['I know what to do next', 'أعرف الخطوة التالية'],
      ['I know whom to ask for help', 'أعرف ممن أطلب المساعدة'],
    ],
    { kind: 'scale', from: 1, to: 5 },
    { labels: { low: inBoth(['Not at all', 'إطلاقاً']), high: inBoth(['Fully', 'تماماً']) } },
  ),
  sheet(
    ['Can your municipality live with this?', 'هل تقبل بلديتك بهذا؟'],
    [
      ['We share one list of good practices', 'نتشارك قائمة واحدة بالممارسات الجيدة'],
      ['We meet again in three months', 'نلتقي مجدداً بعد ثلاثة أشهر'],
      ['Each town names one contact', 'تسمّي كل بلدة جهة اتصال واحدة'],
    ],
    { kind: 'yes-no' },
    { names: 'after', results: 'after', split: 'cluster' },
  ),
  sheet(
    ['Share 100 points: what comes first?', 'مئة نقطة للتوزيع: ما الأولوية؟'],
    jobs,
    { kind: 'points' },
    {
      names: 'after',
      results: 'after',
      weight: 'municipality',
    },
  ),
  sheet(
    ['Effort and effect', 'الجهد والأثر'],
    jobs.slice(0, 3),
    { kind: 'placement' },
    {
      labels: {
        left: inBoth(['Little effort', 'جهد قليل']),
        right: inBoth(['Much effort', 'جهد كبير']),
        bottom: inBoth(['Little effect', 'أثر قليل']),
        top: inBoth(['Much effect', 'أثر كبير']),
      },
    },
  ),
  sheet(['What does your town need most?', 'ما أكثر ما تحتاجه بلدتك؟'], [], { kind: 'cloud', entries: 3 }),
  sheet(
    ['Did today help you?', 'هل أفادك لقاء اليوم؟'],
    [
      ['Yes, a lot', 'نعم، كثيراً'],
      ['A little', 'قليلاً'],
      ['Not really', 'ليس فعلاً'],
    ],
    { kind: 'single' },
    { names: 'never', results: 'after' },
  ),
];

/** The commands that prepare these polls. */
export const examplePolls = (session: string): { kind: string; input: unknown }[] =>
  sheets.map(one => ({ kind: 'polls.prepare', input: { poll: randomUUID(), session, sheet: one } }));
