import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyScene, idAt, noteAt, sceneOf } from '../scene/geometry.samples.ts';
import { shapes, type Thing } from '../scene/thing.ts';
import { advanceOf } from './advance.ts';
import type { DrawingOptions } from './brush.ts';
import { drawBoard } from './draw-board.ts';
import { fitText, leading, linesOf } from './lines.ts';
import { headPath, shapePath } from './paths.ts';

const options = (more: Partial<DrawingOptions> = {}): DrawingOptions => ({
  ...{ direction: 'ltr', language: 'en', title: 'Board', said: key => key, nameOf: () => null, imageOf: () => null },
  dots: {},
  ...more,
});

/** Throws unless every element of a text is closed in its order, and nothing but elements and words is there. */
function checkXml(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<>]*")*)(\/?)>/g,
    (_, ends, name, _attributes, isWhole) => {
      if (ends) expect(open.pop()).toBe(name);
      else if (!isWhole) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</text><script>alert(1)</script>',
    '"><image href="https://example.org/x"/>',
    '&amp;&#0;\u0000\ud800',
    ']]>',
  ),
);

describe('a drawing', () => {
  test('is whole, whatever stands on the board; nothing in it comes from elsewhere or does anything', () => {
    fc.assert(
      fc.property(anyScene, hostile, fc.boolean(), (scene, words, isRtl) => {
        const all = new Map(
          [...scene].map(([id, thing]) => [id, { ...thing, ...('text' in thing ? { text: words } : {}) } as Thing]),
        );
        const { svg } = drawBoard(
          all,
          options({
            ...{ title: words, direction: isRtl ? 'rtl' : 'ltr', nameOf: () => words },
            imageOf: () => 'https://example.org/spy.png',
          }),
        );
        checkXml(svg);
        expect(svg).not.toMatch(/<(script|foreignObject|style|a|use|animate)\b/);
        expect(svg).not.toMatch(/ (href|on[a-z]+|style)="/);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same for the same things, whoever came first', () => {
    fc.assert(
      fc.property(anyScene, scene => {
        expect(drawBoard(new Map([...scene].reverse()), options())).toEqual(drawBoard(scene, options()));
      }),
      { numRuns: 60 },
    );
  });

  test('shows merged notes as paragraphs of one, and a note whose target is gone by itself', () => {
    const scene = sceneOf(
      noteAt([0, 0, 200, 200, 0], { text: 'Ada' }),
      noteAt([900, 0, 200, 200, 0], { text: 'Ben', into: idAt(0) }),
      noteAt([0, 300, 200, 200, 0], { text: 'Cleo', into: idAt(9) }),
    );
    const { svg, width } = drawBoard(scene, options());
    expect(width).toBe(280);
    for (const word of ['Ada', 'Ben', 'Cleo']) expect(svg).toContain(word);
    expect(svg.match(/rx="4"/g)).toHaveLength(2);
  });

  test('reads each paragraph in its own direction, with marks only where it would be turned round, and puts Arabic at the end', () => {
    const drawn = (words: string) => {
      const text = { ...noteAt([0, 0, 900, 80, 0]), kind: 'text', size: 'm', text: words } as Thing;
      return drawBoard(sceneOf(text), options()).svg;
    };
    for (const words of ['مشروع GIZ رقم 7', '7 آبار', 'ماء!', '(بئر) في صفاقس', 'بئر،'])
      expect(drawn(words)).toContain(`text-anchor="end">\u202b${words}\u202c<`);
    for (const words of ['ماذا ينقصنا، وممّن؟', 'قرية رقم 7 في الجنوب', 'المياه 2025', 'و'])
      expect(drawn(words)).toContain(`text-anchor="end">${words}<`);
    for (const words of ['Water (ماء) 2020', 'Wells: بئر', '2020'])
      expect(drawn(words)).toContain(`text-anchor="start">${words}<`);
  });

  test('says the sentence of a template in its language until somebody writes', () => {
    const scene = sceneOf(
      noteAt([0, 0, 200, 200, 0], { says: 'gaps.need' }),
      noteAt([300, 0, 200, 200, 0], { text: 'Pumps', says: 'other' }),
    );
    const { svg } = drawBoard(scene, options({ said: key => `«${key}»` }));
    expect(svg).toContain('«gaps.need»');
    expect(svg).not.toContain('«other»');
  });

  test('takes pictures as data alone, counts dots, and draws a part where a part is asked for', () => {
    const image = { ...noteAt([0, 0, 100, 100, 0]), kind: 'image', file: 'x', alt: 'A map' } as Thing;
    const scene = sceneOf(image, noteAt([2_000, 0, 200, 200, 0], { text: 'Far' }));
    const { svg } = drawBoard(scene, options({ imageOf: () => 'data:image/png;base64,AA==', dots: { [idAt(1)]: 7 } }));
    expect(svg).toContain('href="data:image/png;base64,AA=="');
    expect(svg).toContain('>7</text>');
    expect(drawBoard(scene, options({ part: [0, 0, 300, 300] })).svg).not.toContain('Far');
  });
});

describe('words in a room', () => {
  const words = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.constantFrom('بئر ماء في صفاقس رقم 7', '水と井戸', 'a'.repeat(300), '👨‍👩‍👧‍👦'.repeat(9)),
  );

  test('no line is wider than the room unless it is one character, and no letter is lost', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 2_000 }), (text, room) => {
        const lines = linesOf(text, room, advanceOf);
        for (const line of lines) if ([...line].length > 12) expect(advanceOf(line)).toBeLessThanOrEqual(room);
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  test('letters are as large as they can be and fit, or the smallest', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 20, max: 600 }),
        fc.integer({ min: 20, max: 600 }),
        (text, width, height) => {
          const letters = fitText(text, width, height, advanceOf);
          const high = linesOf(text, (width / letters) * 100, advanceOf).length * letters * leading;
          expect(high <= height || letters === 8).toBe(true);
        },
      ),
    );
  });
});

test('shapes and heads of arrows are paths of finite numbers, of no size too', () => {
  for (const shape of shapes)
    for (const [width, height] of [
      [0.01, 0.01],
      [200, 100],
      [100_000, 3],
    ] as const)
      expect(shapePath(shape, width, height)).toMatch(/^M[-0-9.,MLHVAaZ ]+Z$/);
  expect(headPath([0, 0], [0, 0])).toBe('M0,0L0,0L0,0');
});
