import fc from 'fast-check';
import type { Sheet } from '../sheet.ts';
import { type OptionId, optionIds } from './kind.ts';
import { type Ballot, type Design, type KindName, kindNames, kindOf } from './kinds.ts';
import { placementSteps } from './placement.ts';
import { pointsEach, pointsStep } from './points.ts';
import { answers } from './yes-no.ts';

/** Settings of a kind with options, and ballots that these settings accept. */
type Sample<Name extends KindName> = {
  design(options: readonly OptionId[]): fc.Arbitrary<Extract<Design, { kind: Name }>>;
  ballot(design: Extract<Design, { kind: Name }>, options: readonly OptionId[]): fc.Arbitrary<Ballot>;
};

/** Texts that have broken somebody's software before. */
export const hostileTexts = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'o1',
    'o1.yes',
    't:o1',
    'w:o1',
    '=1+1',
    '<b>bold</b>',
    '%',
    '…',
    '👩‍👩‍👧‍👦',
  ],
  ...['مرحبا بكم', 'الْمِيَاه', '\u200f-\u200f', 'a\u0301', 'Wasser, l’eau'],
];

const written = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'grapheme', maxLength: max, size: 'max' }))
    .map(text =>
      text
        .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .normalize('NFC')
        .trim(),
    )
    .filter(text => text.length > 0);

const entry = fc.constantFrom('الماء', 'ماء', 'Water', 'the water', "l'eau", ...hostileTexts.slice(0, 12));
const some = (options: readonly OptionId[], minLength: number, maxLength = options.length) =>
  fc.shuffledSubarray([...options], { minLength, maxLength });

/** The same thing said of some options, each by its own choice. */
const ofSome = <Value>(options: readonly OptionId[], value: fc.Arbitrary<Value>) =>
  some(options, 1).chain(named => fc.record(Object.fromEntries(named.map(option => [option, value]))));

const one = (options: readonly OptionId[]) => fc.constantFrom(...options).map(option => ({ choose: [option] }));

const samples: { [Name in KindName]: Sample<Name> } = {
  single: { design: () => fc.constant({ kind: 'single' }), ballot: (_, options) => one(options) },
  multiple: {
    design: ({ length }) =>
      fc
        .tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 1, max: length }), fc.boolean())
        .map(([a, b, isAll]) => ({ kind: 'multiple', min: Math.min(a, b), max: isAll ? 0 : Math.max(a, b) })),
    ballot: ({ min, max }, options) => some(options, min, max || options.length).map(choose => ({ choose })),
  },
  'yes-no': {
    design: () => fc.constant({ kind: 'yes-no' }),
    ballot: (_, options) => ofSome(options, fc.constantFrom(...answers)).map(answer => ({ answer })),
  },
  scale: {
    design: () =>
      fc.record({
        kind: fc.constant('scale' as const),
        from: fc.integer({ min: 0, max: 1 }),
        to: fc.integer({ min: 3, max: 10 }),
      }),
    ballot: ({ from, to }, options) =>
      ofSome(options, fc.option(fc.integer({ min: from, max: to }))).map(rate => ({ rate })),
  },
  ranking: {
    design: ({ length }) => fc.integer({ min: 0, max: length }).map(top => ({ kind: 'ranking', top })),
    ballot: ({ top }, options) => some(options, 1, top || options.length).map(rank => ({ rank })),
  },
  points: {
    design: () => fc.constant({ kind: 'points' }),
    ballot: (_, options) => {
      const each = fc.constantFrom(...options);
      return fc.array(each, { minLength: pointsEach / pointsStep, maxLength: pointsEach / pointsStep }).map(shares => ({
        give: Object.fromEntries(
          [...new Set(shares)].map(option => [option, shares.filter(share => share === option).length * pointsStep]),
        ),
      }));
    },
  },
  placement: {
    design: () => fc.constant({ kind: 'placement' }),
    ballot: (_, options) => {
      const step = fc.integer({ min: 0, max: placementSteps });
      return ofSome(options, fc.tuple(step, step)).map(place => ({ place }));
    },
  },
  text: {
    design: () => fc.integer({ min: 1, max: 5 }).map(answers => ({ kind: 'text', answers })),
    ballot: ({ answers: maxLength }) =>
      fc.array(written(280), { minLength: 1, maxLength, size: 'max' }).map(write => ({ write })),
  },
  cloud: {
    design: () => fc.integer({ min: 1, max: 5 }).map(entries => ({ kind: 'cloud', entries })),
    ballot: ({ entries: maxLength }) =>
      fc.array(entry, { minLength: 1, maxLength, size: 'max' }).map(write => ({ write })),
  },
  quiz: {
    design: options => some(options, 1).map(right => ({ kind: 'quiz', right })),
    ballot: (_, options) => one(options),
  },
};

const sampleOf = (kind: KindName) => samples[kind] as unknown as Sample<KindName>;

/** A sheet that can be launched, of one kind, with as many options as it takes. */
export function sheetOf(kind: KindName, also: Partial<Sheet> = {}): fc.Arbitrary<Sheet> {
  const { options, labels } = kindOf({ kind });
  return fc.integer({ min: options.least, max: Math.min(options.most, 6) }).chain(count =>
    sampleOf(kind)
      .design(optionIds.slice(0, count))
      .map(
        (design): Sheet => ({
          question: { en: 'What should we do first?', ar: 'بماذا نبدأ؟' },
          hint: {},
          options: optionIds.slice(0, count).map((option, at) => ({ option, names: { en: `Option ${at + 1}` } })),
          labels: Object.fromEntries(labels.map(label => [label, { en: label }])),
          design,
          names: 'shown',
          results: 'live',
          weight: 'person',
          split: null,
          seconds: null,
          ...also,
        }),
      ),
  );
}

/** A ballot that a sheet accepts. */
export const ballotOf = ({ design, options }: Sheet): fc.Arbitrary<Ballot> =>
  sampleOf(design.kind).ballot(
    design as never,
    options.map(({ option }) => option),
  );

/** A sheet of any kind with some ballots for it. */
export const castOf = (
  kinds: readonly KindName[] = kindNames,
  most = 12,
): fc.Arbitrary<{ sheet: Sheet; ballots: Ballot[] }> =>
  fc
    .constantFrom(...kinds)
    .chain(kind =>
      sheetOf(kind).chain(sheet =>
        fc.record({ sheet: fc.constant(sheet), ballots: fc.array(ballotOf(sheet), { maxLength: most, size: 'max' }) }),
      ),
    );
